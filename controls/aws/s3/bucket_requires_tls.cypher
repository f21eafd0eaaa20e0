/*---
title: S3 buckets refuse requests that are not made over TLS
resource: AwsS3Bucket
severity: medium
policy: aws-encryption
mandates: {cis-aws-6.0: ["3.1.1"]}
also: {prowler: [s3_bucket_secure_transport_policy]}
why: Over plain HTTP, anyone on the way reads and alters what is transferred.
fix:
  console: >-
    S3 > {name} > Permissions > Bucket policy > Edit > add a statement that denies s3:* to everyone
    on the bucket and its objects where aws:SecureTransport is false > Save.
  cli: |
    policy=$(aws s3api get-bucket-policy --bucket {name} --query Policy --output text 2>&1) ||
      case $policy in
        *NoSuchBucketPolicy*) policy='{"Version":"2012-10-17"}' ;;
        *) policy=unread ;;
      esac
    printf %s "$policy" | jq '.Statement += [{"Sid": "DenyWithoutTls", "Effect": "Deny",
      "Principal": "*", "Action": "s3:*", "Resource": ["{uid}", "{uid}/*"],
      "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]' > {name}.policy.json &&
    aws s3api put-bucket-policy --bucket {name} --policy file://{name}.policy.json
  terraform: |
    data "aws_iam_policy_document" "tls" {
      statement {
        effect    = "Deny"
        actions   = ["s3:*"]
        resources = ["{uid}", "{uid}/*"]
        principals {
          type        = "*"
          identifiers = ["*"]
        }
        condition {
          test     = "Bool"
          variable = "aws:SecureTransport"
          values   = ["false"]
        }
      }
    }
    # Merge it with the policy that the bucket has, by source_policy_documents.
    resource "aws_s3_bucket_policy" "this" {
      bucket = "{name}"
      policy = data.aws_iam_policy_document.tls.json
    }
---*/
MATCH (bucket:AwsS3Bucket)
WHERE bucket.requires_tls = false
RETURN bucket AS resource, {
  expected: 'the policy denies requests with aws:SecureTransport false',
  actual: 'it does not'
} AS evidence
