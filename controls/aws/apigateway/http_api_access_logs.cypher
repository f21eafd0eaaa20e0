/*---
title: A line is kept of each call of an HTTP or WebSocket API
resource: AwsApiGatewayHttpApi
severity: medium
policy: aws-logging
also: {prowler: [apigatewayv2_api_access_logging_enabled]}
why: After an attack, the log is what tells which calls were made, and by whom.
fix:
  console: >-
    API Gateway > APIs > {name} > Logging > each stage that is named > Edit > Access logging, the
    ARN of a log group and a format > Save.
  cli: |
    aws apigatewayv2 update-stage --region {region} --api-id {id} --stage-name "${STAGE:?}" \
      --access-log-settings \
      '{"DestinationArn":"'"${LOG_GROUP_ARN:?}"'","Format":"$context.requestId $context.status"}'
  terraform: |
    resource "aws_apigatewayv2_stage" "this" {
      api_id = "{id}"
      name   = "$default"
      access_log_settings {
        destination_arn = aws_cloudwatch_log_group.this.arn
        format          = "$context.requestId $context.identity.sourceIp $context.status"
      }
    }
---*/
MATCH (api:AwsApiGatewayHttpApi)
WHERE size(api.unlogged_stages) > 0
RETURN api AS resource, {stages: api.unlogged_stages} AS evidence
