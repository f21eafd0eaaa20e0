// fail: they are kept
CREATE (:AwsApiGatewayStage {logs_bodies: true})

// pass: they are not
CREATE (:AwsApiGatewayStage {logs_bodies: false})
