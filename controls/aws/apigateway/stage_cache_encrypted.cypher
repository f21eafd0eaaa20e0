/*---
title: What an API caches is encrypted
resource: AwsApiGatewayStage
severity: medium
policy: aws-encryption
also: {prowler: [apigateway_restapi_cache_encrypted]}
why: A cache holds answers that were meant for one caller each.
fix:
  console: >-
    API Gateway > APIs > the stage's > Stages > {name} > Stage details > Edit > Encrypt cache data >
    Save changes.
  cli: |
    api=$(echo {uid} | cut -d/ -f3) any='*'
    aws apigateway update-stage --region {region} --rest-api-id "$api" --stage-name {name} \
      --patch-operations "op=replace,path=/$any/$any/caching/dataEncrypted,value=true"
  terraform: |
    resource "aws_api_gateway_method_settings" "this" {
      stage_name  = "{name}"
      method_path = join("/", ["*", "*"])
      settings {
        caching_enabled      = true
        cache_data_encrypted = true
      }
    }
applies: |
  MATCH (stage:AwsApiGatewayStage)
  WHERE stage.encrypts_cache IS NOT NULL
  RETURN stage AS resource
---*/
MATCH (stage:AwsApiGatewayStage)
WHERE stage.encrypts_cache = false
RETURN stage AS resource, {expected: 'encrypted', actual: 'in the clear'} AS evidence
