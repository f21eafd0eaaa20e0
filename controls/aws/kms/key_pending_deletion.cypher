/*---
title: No key is about to be deleted
resource: AwsKmsKey
severity: high
policy: aws-key-management
also: {prowler: [kms_cmk_not_deleted_unintentionally]}
why: With the key goes everything that it encrypts, for good.
fix:
  console: >-
    In KMS in {region}, Customer managed keys, {name}, Key actions, Cancel key deletion, then enable
    it.
  cli: |
    aws kms cancel-key-deletion --region {region} --key-id {name}
    aws kms enable-key --region {region} --key-id {name}
  terraform: |
    resource "aws_kms_key" "this" {
      is_enabled = true

      lifecycle {
        prevent_destroy = true
      }
    }
---*/
WITH ['PendingDeletion', 'PendingReplicaDeletion'] AS states
MATCH (key:AwsKmsKey)
WHERE key.state IN states
RETURN key AS resource, {actual: key.state} AS evidence
