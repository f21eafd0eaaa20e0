/*---
title: S3 buckets delete versions only with a second factor
resource: AwsS3Bucket
severity: low
policy: aws-storage-protection
mandates: {cis-aws-6.0: ["3.1.2"]}
also: {prowler: [s3_bucket_no_mfa_delete]}
why: Stolen access keys alone then cannot destroy versions or switch versioning off.
fix:
  console: >-
    The console cannot set it. Sign in as the root user on the command line and use the command
    below.
  cli: >-
    aws s3api put-bucket-versioning --bucket {name} --versioning-configuration
    Status=Enabled,MFADelete=Enabled --mfa
    "arn:{partition}:iam::{account}:mfa/root-account-mfa-device ${CODE:?the six digits that the
    device of the root user shows}"
  terraform: |
    # Terraform can only keep it: switch it on once as the root user, then import the resource.
    resource "aws_s3_bucket_versioning" "this" {
      bucket = "{name}"
      versioning_configuration {
        status     = "Enabled"
        mfa_delete = "Enabled"
      }
    }
---*/
MATCH (bucket:AwsS3Bucket)
WHERE bucket.requires_mfa_delete = false
RETURN bucket AS resource, {
  versioning: coalesce(bucket.versioning, 'never enabled'),
  requires_mfa_delete: bucket.requires_mfa_delete
} AS evidence
