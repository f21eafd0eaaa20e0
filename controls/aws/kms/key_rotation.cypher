/*---
title: AWS replaces the material of customer-managed keys every year
resource: AwsKmsKey
severity: medium
policy: aws-key-management
mandates: {cis-aws-6.0: ["4.6"]}
also: {prowler: [kms_cmk_rotation_enabled]}
why: The less data one key protects, the less is lost with it.
fix:
  console: >-
    In KMS in {region}, Customer managed keys, {name}, Key rotation, enable automatic rotation.
  cli: aws kms enable-key-rotation --region {region} --key-id {name}
  terraform: |
    resource "aws_kms_key" "this" {
      enable_key_rotation = true
    }
applies: |
  MATCH (key:AwsKmsKey)
  WHERE key.manager = 'CUSTOMER' AND key.state = 'Enabled'
    AND key.spec = 'SYMMETRIC_DEFAULT' AND key.origin = 'AWS_KMS'
  RETURN key AS resource
---*/
MATCH (key:AwsKmsKey)
WHERE key.manager = 'CUSTOMER' AND key.state = 'Enabled'
  AND key.spec = 'SYMMETRIC_DEFAULT' AND key.origin = 'AWS_KMS'
  AND key.is_rotated = false
RETURN key AS resource, {expected: 'automatic rotation'} AS evidence
