// fail: one route asks nobody
CREATE (:AwsApiGatewayHttpApi {open_routes: ['POST /orders']})

// pass: each asks
CREATE (:AwsApiGatewayHttpApi {open_routes: []})

// unread: its routes
CREATE (:AwsApiGatewayHttpApi {unread: ['open_routes']})
