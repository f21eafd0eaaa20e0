/*---
title: Distributions refuse viewers TLS before version 1.2
resource: AwsCloudfrontDistribution
severity: medium
policy: aws-content-delivery
why: >-
  TLS 1.0 and 1.1 have known flaws, and can be forced on viewers that would speak a later version.
fix:
  console: >-
    CloudFront > Distributions > {id} > General > Settings > Edit > Security policy, TLSv1.2_2021 >
    Save changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq '.DistributionConfig | .ViewerCertificate.MinimumProtocolVersion = "TLSv1.2_2021"' \
      found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      viewer_certificate {
        acm_certificate_arn      = aws_acm_certificate.this.arn
        ssl_support_method       = "sni-only"
        minimum_protocol_version = "TLSv1.2_2021"
      }
    }
applies: |
  MATCH (distribution:AwsCloudfrontDistribution)
  WHERE distribution.has_own_certificate = true
  RETURN distribution AS resource
---*/
WITH ['SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016'] AS old
MATCH (distribution:AwsCloudfrontDistribution)
WHERE distribution.has_own_certificate = true AND distribution.minimum_tls IN old
RETURN distribution AS resource, {
  expected: 'TLSv1.2_2018 or later', actual: distribution.minimum_tls
} AS evidence
