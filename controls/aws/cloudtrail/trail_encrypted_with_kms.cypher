/*---
title: Trails encrypt their log files with a KMS key
resource: AwsCloudTrailTrail
severity: medium
policy: aws-logging
mandates: {cis-aws-6.0: ["4.5"]}
also: {prowler: [cloudtrail_kms_encryption_enabled]}
why: With a key of your own, who may read the bucket does not yet read the log.
fix:
  console: >-
    In CloudTrail in {region}, Trails, {name}, General details, Edit, enable SSE-KMS and choose a
    key.
  cli: aws cloudtrail update-trail --region {region} --name {uid} --kms-key-id "$KEY_ARN"
  terraform: |
    resource "aws_cloudtrail" "this" {
      name = "{name}"
      kms_key_id = aws_kms_key.logs.arn
    }
---*/
MATCH (trail:AwsCloudTrailTrail)
WHERE NOT EXISTS { (trail)-[:ENCRYPTED_BY]->(:Resource) }
RETURN trail AS resource, {expected: 'a KMS key'} AS evidence
