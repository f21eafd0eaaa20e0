/*---
title: Distributions show a certificate of their own
resource: AwsCloudfrontDistribution
severity: low
policy: aws-certificates
also: {prowler: [cloudfront_distributions_custom_ssl_certificate]}
why: >-
  With CloudFront's own, the name says nothing of whose it is, and old versions of TLS can't be
  refused.
fix:
  console: >-
    CloudFront > Distributions > {id} > General > Settings > Edit > Alternate domain name, and a
    Custom SSL certificate for it > Save changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq --arg name "$NAME" --arg arn "$CERTIFICATE_ARN" '.DistributionConfig |
      .Aliases = {Quantity: 1, Items: [$name]} | .ViewerCertificate = {ACMCertificateArn: $arn,
      SSLSupportMethod: "sni-only", MinimumProtocolVersion: "TLSv1.2_2021"}' \
      found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      aliases = [var.name]
      viewer_certificate {
        acm_certificate_arn      = aws_acm_certificate.this.arn # one of us-east-1
        ssl_support_method       = "sni-only"
        minimum_protocol_version = "TLSv1.2_2021"
      }
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE distribution.has_own_certificate = false
RETURN distribution AS resource, {
  expected: 'a certificate of its own', actual: distribution.domain
} AS evidence
