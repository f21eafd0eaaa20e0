/*---
title: Distributions fetch over TLS only
resource: AwsCloudfrontDistribution
severity: medium
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_origin_traffic_encrypted]}
why: >-
  Between the edge and the origin lies the internet too: what is encrypted for the viewer is in the
  clear there.
fix:
  console: >-
    CloudFront > Distributions > {id} > Origins > each that is named > Edit > Protocol, HTTPS only >
    Save changes. A bucket's website speaks no TLS: take the bucket itself, with origin access
    control.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq '.DistributionConfig |
      (.Origins.Items[].CustomOriginConfig | select(.)).OriginProtocolPolicy = "https-only"' \
      found.json > config.json
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
WHERE size(distribution.clear_text_origins) > 0
RETURN distribution AS resource, {in_the_clear: distribution.clear_text_origins} AS evidence
