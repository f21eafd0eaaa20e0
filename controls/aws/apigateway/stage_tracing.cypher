/*---
title: Calls of a REST API are traced
resource: AwsApiGatewayStage
severity: low
policy: aws-apis
also: {prowler: [apigateway_restapi_tracing_enabled]}
why: A trace shows where a call went, and where it was held up.
fix:
  console: >-
    API Gateway > APIs > the stage's > Stages > {name} > Logs and tracing > Edit > X-Ray tracing on
    > Save changes.
  cli: |
    api=$(echo {uid} | cut -d/ -f3)
    aws apigateway update-stage --region {region} --rest-api-id "$api" --stage-name {name} \
      --patch-operations op=replace,path=/tracingEnabled,value=true
  terraform: |
    resource "aws_api_gateway_stage" "this" {
      stage_name           = "{name}"
      xray_tracing_enabled = true
    }
---*/
MATCH (stage:AwsApiGatewayStage)
WHERE stage.traces_requests = false
RETURN stage AS resource, {expected: 'X-Ray tracing', actual: 'off'} AS evidence
