// fail: in the clear
CREATE (:AwsApiGatewayStage {encrypts_cache: false})

// pass: encrypted
CREATE (:AwsApiGatewayStage {encrypts_cache: true})

// pass: nothing is cached
CREATE (:AwsApiGatewayStage)
