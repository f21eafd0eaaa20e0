/*---
title: S3 buckets let nobody in whom they do not know
resource: AwsS3Bucket
severity: critical
policy: aws-storage-exposure
also: {prowler: [s3_bucket_public_access, s3_bucket_public_list_acl]}
why: A public bucket hands its objects to anyone who learns its name.
fix:
  console: >-
    S3 > {name} > Permissions > Block public access > Edit > tick Block all public access > Save.
  cli: >-
    aws s3api put-public-access-block --bucket {name} --public-access-block-configuration
    BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  terraform: |
    resource "aws_s3_bucket_public_access_block" "this" {
      bucket                  = "{name}"
      block_public_acls       = true
      ignore_public_acls      = true
      block_public_policy     = true
      restrict_public_buckets = true
    }
---*/
MATCH (bucket:AwsS3Bucket), (account:AwsAccount)
WHERE account.id = bucket.account
  AND (
    size(bucket.policy_public_actions) > 0
    AND bucket.restricts_public_buckets = false
    AND account.restricts_public_buckets = false
    OR size(bucket.public_acl_permissions) > 0
    AND bucket.ignores_public_acls = false
    AND account.ignores_public_acls = false
    AND (bucket.object_ownership IS NULL OR bucket.object_ownership <> 'BucketOwnerEnforced')
  )
RETURN bucket AS resource, {
  policy_allows_anyone: bucket.policy_public_actions,
  acl_allows_anyone: bucket.public_acl_permissions
} AS evidence
