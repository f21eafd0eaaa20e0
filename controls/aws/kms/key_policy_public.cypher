/*---
title: No key can be used by anyone
resource: AwsKmsKey
severity: critical
policy: aws-key-management
also: {prowler: [kms_key_not_publicly_accessible]}
why: What such a key encrypts is open to any AWS customer who gets hold of it.
fix:
  console: >-
    In KMS in {region}, Customer managed keys, {name}, Key policy, replace the principal * by the
    accounts or roles that need it.
  cli: |
    aws kms put-key-policy --region {region} --key-id {name} --policy-name default --policy \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*",
       "Principal":{"AWS":"arn:{partition}:iam::{account}:root"}}]}'
  terraform: |
    data "aws_iam_policy_document" "key" {
      statement {
        actions   = ["kms:*"]
        resources = ["*"]
        principals {
          type        = "AWS"
          identifiers = ["arn:{partition}:iam::{account}:root"]
        }
      }
    }
---*/
MATCH (key:AwsKmsKey)
WHERE size(key.policy_public_actions) > 0
RETURN key AS resource, {anyone_may: key.policy_public_actions} AS evidence
