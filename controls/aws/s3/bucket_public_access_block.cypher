/*---
title: S3 buckets have all four public access blocks on
resource: AwsS3Bucket
severity: high
policy: aws-storage-exposure
mandates: {cis-aws-6.0: ["3.1.4"]}
also: {prowler: [s3_bucket_level_public_access_block, s3_account_level_public_access_blocks]}
why: With the blocks on, one wrong ACL or policy cannot make a bucket public.
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
// Each may be on at the bucket or for its whole account.
MATCH (bucket:AwsS3Bucket), (account:AwsAccount)
WHERE account.id = bucket.account
  AND (
    bucket.blocks_public_acls = false AND account.blocks_public_acls = false
    OR bucket.ignores_public_acls = false AND account.ignores_public_acls = false
    OR bucket.blocks_public_policy = false AND account.blocks_public_policy = false
    OR bucket.restricts_public_buckets = false AND account.restricts_public_buckets = false
  )
RETURN bucket AS resource, {
  blocks_public_acls: bucket.blocks_public_acls OR account.blocks_public_acls,
  ignores_public_acls: bucket.ignores_public_acls OR account.ignores_public_acls,
  blocks_public_policy: bucket.blocks_public_policy OR account.blocks_public_policy,
  restricts_public_buckets: bucket.restricts_public_buckets OR account.restricts_public_buckets
} AS evidence
