// fail: they are not
CREATE (:AwsApiGatewayStage {traces_requests: false})

// pass: they are
CREATE (:AwsApiGatewayStage {traces_requests: true})
