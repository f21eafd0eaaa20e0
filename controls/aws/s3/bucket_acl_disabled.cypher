/*---
title: S3 buckets have ACLs switched off
resource: AwsS3Bucket
severity: medium
policy: aws-storage-exposure
also: {prowler: [s3_bucket_acl_prohibited]}
why: ACLs let in others object by object, beside the policy and unseen in it.
fix:
  console: S3 > {name} > Permissions > Object Ownership > Edit > ACLs disabled > Save.
  cli: >-
    aws s3api put-bucket-ownership-controls --bucket {name} --ownership-controls
    'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'
  terraform: |
    resource "aws_s3_bucket_ownership_controls" "this" {
      bucket = "{name}"
      rule {
        object_ownership = "BucketOwnerEnforced"
      }
    }
---*/
MATCH (bucket:AwsS3Bucket)
WHERE bucket.object_ownership IS NULL OR bucket.object_ownership <> 'BucketOwnerEnforced'
RETURN bucket AS resource, {
  expected: 'BucketOwnerEnforced',
  actual: coalesce(bucket.object_ownership, 'never set')
} AS evidence
