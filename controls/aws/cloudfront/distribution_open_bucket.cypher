/*---
title: Buckets behind distributions are closed to everyone else
resource: AwsCloudfrontDistribution
severity: medium
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_s3_origin_access_control]}
why: >-
  A distribution that does not say who it is can fetch only from a bucket that lets everyone in, and
  so past every filter.
fix:
  console: >-
    CloudFront > Distributions > {id} > Origins > the bucket > Edit > Origin access control settings
    > Create new OAC > Copy policy into the bucket's policy > Save changes.
  cli: |
    oac=$(aws cloudfront create-origin-access-control --query OriginAccessControl.Id --output text \
      --origin-access-control-config \
      "Name={id},SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3")
    aws cloudfront get-distribution-config --id {id} > found.json
    jq --arg oac "$oac" '.DistributionConfig | (.Origins.Items[] | select(.S3OriginConfig)) |=
      (.OriginAccessControlId = $oac | .S3OriginConfig.OriginAccessIdentity = "")' \
      found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_origin_access_control" "this" {
      name                              = "{id}"
      origin_access_control_origin_type = "s3"
      signing_behavior                  = "always"
      signing_protocol                  = "sigv4"
    }
    resource "aws_cloudfront_distribution" "this" {
      origin {
        domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
        origin_id                = "bucket"
        origin_access_control_id = aws_cloudfront_origin_access_control.this.id
      }
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE size(distribution.open_bucket_origins) > 0
RETURN distribution AS resource, {open_buckets: distribution.open_bucket_origins} AS evidence
