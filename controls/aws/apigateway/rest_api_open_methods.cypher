/*---
title: REST APIs on the internet ask callers who they are
resource: AwsApiGatewayRestApi
severity: high
policy: aws-apis
also: {prowler: [apigateway_restapi_public_with_authorizer]}
why: >-
  A method without authorization does for anyone what it does. An API key does not help: it stands
  in every app that has it.
fix:
  console: >-
    API Gateway > APIs > {name} > Resources > each method that is named > Method request > Edit >
    Authorization > Save; then Deploy API.
  cli: |
    aws apigateway get-resources --region {region} --rest-api-id {id} --embed methods
    aws apigateway update-method --region {region} --rest-api-id {id} \
      --resource-id "${RESOURCE_ID:?}" --http-method "${METHOD:?}" \
      --patch-operations op=replace,path=/authorizationType,value=AWS_IAM
    aws apigateway create-deployment --region {region} --rest-api-id {id} --stage-name "${STAGE:?}"
  terraform: |
    resource "aws_api_gateway_method" "this" {
      rest_api_id   = "{id}"
      resource_id   = aws_api_gateway_resource.this.id
      http_method   = "POST"
      authorization = "AWS_IAM"
    }
applies: |
  MATCH (api:AwsApiGatewayRestApi)
  WHERE api.is_private = false
  RETURN api AS resource
---*/
MATCH (api:AwsApiGatewayRestApi)
WHERE api.is_private = false
  AND api.narrows_callers = false
  AND size(api.open_methods) > 0
RETURN api AS resource, {anyone_may_call: api.open_methods} AS evidence
