/*---
title: Logs of an API hold no requests and answers as a whole
resource: AwsApiGatewayStage
severity: medium
policy: aws-apis
why: >-
  With data tracing on, tokens and what customers send stand in a log that many may read.
fix:
  console: >-
    API Gateway > APIs > the stage's > Stages > {name} > Logs and tracing > Edit > Data tracing off
    > Save changes.
  cli: |
    api=$(echo {uid} | cut -d/ -f3) any='*'
    aws apigateway update-stage --region {region} --rest-api-id "$api" --stage-name {name} \
      --patch-operations "op=replace,path=/$any/$any/logging/dataTrace,value=false"
  terraform: |
    resource "aws_api_gateway_method_settings" "this" {
      stage_name  = "{name}"
      method_path = join("/", ["*", "*"])
      settings {
        data_trace_enabled = false
      }
    }
---*/
MATCH (stage:AwsApiGatewayStage)
WHERE stage.logs_bodies = true
RETURN stage AS resource, {expected: 'no data tracing', actual: 'on'} AS evidence
