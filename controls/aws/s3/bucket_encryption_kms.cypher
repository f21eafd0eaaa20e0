/*---
title: S3 buckets encrypt with a KMS key
resource: AwsS3Bucket
severity: low
policy: aws-encryption
also: {prowler: [s3_bucket_kms_encryption]}
why: >-
  With a KMS key, reading an object needs a permission on the key too, and each use of it is logged.
fix:
  console: >-
    S3 > {name} > Properties > Default encryption > Edit > SSE-KMS, choose a key, enable Bucket Key
    > Save.
  cli: >-
    aws s3api put-bucket-encryption --bucket {name} --server-side-encryption-configuration
    'Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=aws:kms},BucketKeyEnabled=true}]'
  terraform: |
    resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
      bucket = "{name}"
      rule {
        bucket_key_enabled = true
        apply_server_side_encryption_by_default {
          sse_algorithm     = "aws:kms"
          kms_master_key_id = var.kms_key_arn
        }
      }
    }
applies: |
  MATCH (bucket:AwsS3Bucket)
  WHERE NOT EXISTS { (:AwsS3Bucket)-[:LOGS_TO]->(bucket) }
  RETURN bucket AS resource
---*/
// S3 cannot deliver access logs to a bucket that encrypts with KMS: those are left out.
MATCH (bucket:AwsS3Bucket)
WHERE (bucket.default_encryption IS NULL OR bucket.default_encryption = 'AES256')
  AND NOT EXISTS { (:AwsS3Bucket)-[:LOGS_TO]->(bucket) }
RETURN bucket AS resource, {
  expected: 'aws:kms',
  actual: coalesce(bucket.default_encryption, 'none')
} AS evidence
