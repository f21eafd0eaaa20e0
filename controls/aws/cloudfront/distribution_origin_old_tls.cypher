/*---
title: Distributions speak no TLS before version 1.2 with what they fetch from
resource: AwsCloudfrontDistribution
severity: low
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_using_deprecated_ssl_protocols]}
why: A version with known flaws can be forced on both ends by who stands between them.
fix:
  console: >-
    CloudFront > Distributions > {id} > Origins > each that is named > Edit > Minimum origin SSL
    protocol, TLSv1.2 > Save changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq '.DistributionConfig | (.Origins.Items[].CustomOriginConfig | select(.)).OriginSslProtocols =
      {Quantity: 1, Items: ["TLSv1.2"]}' found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      origin {
        custom_origin_config {
          origin_protocol_policy = "https-only"
          origin_ssl_protocols   = ["TLSv1.2"]
          http_port              = 80
          https_port             = 443
        }
      }
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE size(distribution.old_tls_origins) > 0
RETURN distribution AS resource, {old_tls: distribution.old_tls_origins} AS evidence
