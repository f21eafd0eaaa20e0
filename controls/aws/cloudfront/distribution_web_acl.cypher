/*---
title: Distributions have requests filtered
resource: AwsCloudfrontDistribution
severity: medium
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_using_waf]}
why: >-
  Without a web ACL, every request goes through, however often, and whatever it tries to slip in.
fix:
  console: >-
    CloudFront > Distributions > {id} > Security > Edit > Enable security protections > Save
    changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq --arg acl "${WEB_ACL_ARN:?of the scope CLOUDFRONT}" \
      '.DistributionConfig | .WebACLId = $acl' found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      web_acl_id = aws_wafv2_web_acl.this.arn # of the scope CLOUDFRONT
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE NOT EXISTS { (distribution)-[:PROTECTED_BY]->(:Resource) }
RETURN distribution AS resource, {expected: 'a web ACL'} AS evidence
