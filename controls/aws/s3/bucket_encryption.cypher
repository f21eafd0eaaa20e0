/*---
title: S3 buckets encrypt new objects by default
resource: AwsS3Bucket
severity: medium
policy: aws-encryption
also: {prowler: [s3_bucket_default_encryption]}
why: What is written without asking for encryption is else stored in clear.
fix:
  console: S3 > {name} > Properties > Default encryption > Edit > SSE-S3 or SSE-KMS > Save.
  cli: >-
    aws s3api put-bucket-encryption --bucket {name} --server-side-encryption-configuration
    'Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=AES256}}]'
  terraform: |
    resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
      bucket = "{name}"
      rule {
        apply_server_side_encryption_by_default {
          sse_algorithm = "AES256"
        }
      }
    }
---*/
MATCH (bucket:AwsS3Bucket)
WHERE bucket.default_encryption IS NULL
RETURN bucket AS resource, {expected: 'AES256 or aws:kms', actual: 'none'} AS evidence
