/*---
title: S3 buckets let nobody write whom they do not know
resource: AwsS3Bucket
severity: critical
policy: aws-storage-exposure
also: {prowler: [s3_bucket_policy_public_write_access, s3_bucket_public_write_acl]}
why: >-
  Anyone can put malware, illegal content or a ransom note where you trust what you read, or delete
  it all.
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
WITH ['s3:g', 's3:l', 's3:describe'] AS reads, ['WRITE', 'WRITE_ACP', 'FULL_CONTROL'] AS writes
MATCH (bucket:AwsS3Bucket), (account:AwsAccount)
WHERE account.id = bucket.account
  AND (
    any(
      action IN bucket.policy_public_actions
      WHERE none(read IN reads WHERE toLower(action) STARTS WITH read)
    )
    AND bucket.restricts_public_buckets = false
    AND account.restricts_public_buckets = false
    OR any(permission IN bucket.public_acl_permissions WHERE permission IN writes)
    AND bucket.ignores_public_acls = false
    AND account.ignores_public_acls = false
    AND (bucket.object_ownership IS NULL OR bucket.object_ownership <> 'BucketOwnerEnforced')
  )
RETURN bucket AS resource, {
  policy_allows_anyone: bucket.policy_public_actions,
  acl_allows_anyone: bucket.public_acl_permissions
} AS evidence
