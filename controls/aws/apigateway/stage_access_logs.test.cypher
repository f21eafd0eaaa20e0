// fail: none is
CREATE (:AwsApiGatewayStage {is_access_logged: false})

// pass: one is
CREATE (:AwsApiGatewayStage {is_access_logged: true})
