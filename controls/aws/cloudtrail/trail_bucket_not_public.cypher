/*---
title: Nobody outside can read or write the log files of a trail
resource: AwsCloudTrailTrail
severity: critical
policy: aws-logging
also: {prowler: [cloudtrail_logs_s3_bucket_is_not_publicly_accessible]}
why: >-
  The log tells an attacker names, addresses and habits; and who can write there can cover tracks.
fix:
  console: >-
    In S3, open the bucket that trail {name} writes to, Permissions, and block all public access.
  cli: |
    bucket=$(aws cloudtrail get-trail --region {region} --name {uid} \
      --query Trail.S3BucketName --output text)
    aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
      BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  terraform: |
    resource "aws_s3_bucket_public_access_block" "trail" {
      bucket                  = aws_cloudtrail.this.s3_bucket_name
      block_public_acls       = true
      ignore_public_acls      = true
      block_public_policy     = true
      restrict_public_buckets = true
    }
---*/
MATCH (trail:AwsCloudTrailTrail)-[:LOGS_TO]->(bucket:AwsS3Bucket), (account:AwsAccount)
WHERE account.id = bucket.account
  AND ((size(bucket.public_acl_permissions) > 0
      AND bucket.ignores_public_acls = false AND account.ignores_public_acls = false
      AND (bucket.object_ownership IS NULL OR bucket.object_ownership <> 'BucketOwnerEnforced'))
    OR (size(bucket.policy_public_actions) > 0
      AND bucket.restricts_public_buckets = false AND account.restricts_public_buckets = false))
RETURN trail AS resource, {
  bucket: bucket.name, acl_grants: bucket.public_acl_permissions,
  policy_allows: bucket.policy_public_actions
} AS evidence
