/*---
title: S3 buckets keep earlier versions of objects
resource: AwsS3Bucket
severity: medium
policy: aws-storage-protection
also: {prowler: [s3_bucket_object_versioning]}
why: Without versions, what is overwritten or deleted by mistake or by an attacker is gone.
fix:
  console: S3 > {name} > Properties > Bucket Versioning > Edit > Enable > Save.
  cli: aws s3api put-bucket-versioning --bucket {name} --versioning-configuration Status=Enabled
  terraform: |
    resource "aws_s3_bucket_versioning" "this" {
      bucket = "{name}"
      versioning_configuration {
        status = "Enabled"
      }
    }
---*/
MATCH (bucket:AwsS3Bucket)
WHERE bucket.versioning IS NULL OR bucket.versioning = 'Suspended'
RETURN bucket AS resource, {
  expected: 'Enabled',
  actual: coalesce(bucket.versioning, 'never enabled')
} AS evidence
