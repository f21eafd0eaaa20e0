/*---
title: Log groups are encrypted with a KMS key of one's own
resource: AwsLogGroup
severity: low
policy: aws-encryption
also: {prowler: [cloudwatch_log_group_kms_encryption_enabled]}
why: >-
  CloudWatch encrypts every log group. With a key of your own you also say who may read it, each use
  is logged, and you can end all of it at once.
fix:
  console: CloudWatch can't change this in the console; see the command line.
  cli: >-
    aws logs associate-kms-key --region {region} --log-group-name "{name}" --kms-key-id
    "${KEY_ARN:?ARN of a key whose policy lets logs.{region}.amazonaws.com use it}"
  terraform: |
    resource "aws_cloudwatch_log_group" "this" {
      name       = "{name}"
      kms_key_id = aws_kms_key.logs.arn
    }
---*/
MATCH (group:AwsLogGroup)
WHERE NOT EXISTS { (group)-[:ENCRYPTED_BY]->(:Resource) }
RETURN group AS resource, {expected: 'a KMS key'} AS evidence
