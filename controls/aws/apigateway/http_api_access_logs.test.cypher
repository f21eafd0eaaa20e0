// fail: not of one of its stages
CREATE (:AwsApiGatewayHttpApi {unlogged_stages: ['$default']})

// pass: of all
CREATE (:AwsApiGatewayHttpApi {unlogged_stages: []})

// unread: its stages
CREATE (:AwsApiGatewayHttpApi {unread: ['unlogged_stages']})
