/*---
title: Calls of a REST API on the internet are filtered
resource: AwsApiGatewayStage
severity: medium
policy: aws-apis
also: {prowler: [apigateway_restapi_waf_acl_attached]}
why: >-
  Without a web ACL, every call goes through, however often, and whatever it tries to slip in.
fix:
  console: >-
    API Gateway > APIs > the stage's > Stages > {name} > Stage details > Edit > Web ACL > Save
    changes.
  cli: >-
    aws wafv2 associate-web-acl --region {region} --resource-arn {uid}
    --web-acl-arn "${WEB_ACL_ARN:?of the scope REGIONAL}"
  terraform: |
    resource "aws_wafv2_web_acl_association" "this" {
      resource_arn = "{uid}"
      web_acl_arn  = aws_wafv2_web_acl.this.arn
    }
applies: |
  MATCH (api:AwsApiGatewayRestApi)-[:HAS_STAGE]->(stage:AwsApiGatewayStage)
  WHERE api.is_private = false
  RETURN stage AS resource
---*/
MATCH (api:AwsApiGatewayRestApi)-[:HAS_STAGE]->(stage:AwsApiGatewayStage)
WHERE api.is_private = false AND NOT EXISTS { (stage)-[:PROTECTED_BY]->(:Resource) }
RETURN stage AS resource, {expected: 'a web ACL', api: api.name} AS evidence
