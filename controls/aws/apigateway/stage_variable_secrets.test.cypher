// fail: a password
CREATE (:AwsApiGatewayStage {variable_names: ['db_password', 'tier']})

// fail: two of them
CREATE (:AwsApiGatewayStage {variable_names: ['apiKey', 'SMS_TOKEN']})

// pass: it only says where the secret is
CREATE (:AwsApiGatewayStage {variable_names: ['secret_arn']})

// pass: no variables
CREATE (:AwsApiGatewayStage {variable_names: []})
