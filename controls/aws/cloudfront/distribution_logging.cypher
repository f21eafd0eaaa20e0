/*---
title: Distributions log requests
resource: AwsCloudfrontDistribution
severity: medium
policy: aws-logging
also: {prowler: [cloudfront_distributions_logging_enabled]}
why: After an attack, the log is what tells which requests were made, and from where.
fix:
  console: >-
    CloudFront > Distributions > {id} > Logging > Add, choose where to > Submit.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq --arg bucket "${BUCKET:?with ACLs enabled}.s3.amazonaws.com" '.DistributionConfig |
      .Logging = {Enabled: true, IncludeCookies: false, Bucket: $bucket, Prefix: "{id}/"}' \
      found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      logging_config {
        bucket = aws_s3_bucket.logs.bucket_domain_name # with ACLs enabled
      }
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE distribution.is_logged_to_bucket = false
  AND distribution.is_logged_in_real_time = false
  AND distribution.is_logged_by_delivery = false
RETURN distribution AS resource, {expected: 'a log of requests', actual: 'none'} AS evidence
