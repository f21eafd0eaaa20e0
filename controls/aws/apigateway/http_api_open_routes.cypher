/*---
title: HTTP and WebSocket APIs ask callers who they are
resource: AwsApiGatewayHttpApi
severity: high
policy: aws-apis
also: {prowler: [apigatewayv2_api_authorizers_enabled]}
why: A route without authorization does for anyone on the internet what it does.
fix:
  console: >-
    API Gateway > APIs > {name} > Authorization > each route that is named > Attach authorization >
    Attach authorizer.
  cli: |
    aws apigatewayv2 get-routes --region {region} --api-id {id}
    aws apigatewayv2 update-route --region {region} --api-id {id} \
      --route-id "${ROUTE_ID:?}" --authorization-type AWS_IAM
  terraform: |
    resource "aws_apigatewayv2_route" "this" {
      api_id             = "{id}"
      route_key          = "POST /orders"
      authorization_type = "AWS_IAM"
    }
---*/
MATCH (api:AwsApiGatewayHttpApi)
WHERE size(api.open_routes) > 0
RETURN api AS resource, {anyone_may_call: api.open_routes} AS evidence
