/*---
title: A line is kept of each call of a REST API
resource: AwsApiGatewayStage
severity: medium
policy: aws-logging
why: After an attack, the log is what tells which calls were made, and by whom.
fix:
  console: >-
    API Gateway > APIs > the stage's > Stages > {name} > Logs and tracing > Edit > Custom access
    logging, the ARN of a log group and a format > Save changes.
  cli: |
    api=$(echo {uid} | cut -d/ -f3)
    aws apigateway update-stage --region {region} --rest-api-id "$api" --stage-name {name} \
      --patch-operations \
      "op=replace,path=/accessLogSettings/destinationArn,value=${LOG_GROUP_ARN:?}" \
      'op=replace,path=/accessLogSettings/format,value=$context.requestId $context.status'
  terraform: |
    resource "aws_api_gateway_stage" "this" {
      stage_name = "{name}"
      access_log_settings {
        destination_arn = aws_cloudwatch_log_group.this.arn
        format          = "$context.requestId $context.identity.sourceIp $context.status"
      }
    }
---*/
MATCH (stage:AwsApiGatewayStage)
WHERE stage.is_access_logged = false
OPTIONAL MATCH (api:AwsApiGatewayRestApi)-[:HAS_STAGE]->(stage)
RETURN stage AS resource, {expected: 'access logs', api: api.name} AS evidence
