/*---
title: Secrets are not open to anyone
resource: AwsSecret
severity: critical
policy: aws-secrets
also: {prowler: [secretsmanager_not_publicly_accessible]}
why: What anyone may read is no secret any more.
fix:
  console: >-
    Secrets Manager > Secrets > {name} > Resource permissions > Edit permissions > name the roles
    that need it instead of everyone > Save; then replace the value.
  cli: |
    aws secretsmanager delete-resource-policy --region {region} --secret-id {uid}
    # and since somebody may have read it:
    aws secretsmanager put-secret-value --region {region} --secret-id {uid} \
      --secret-string "${NEW_VALUE:?the new value}"
  terraform: |
    data "aws_iam_policy_document" "secret" {
      statement {
        actions   = ["secretsmanager:GetSecretValue"]
        resources = ["*"]
        principals {
          type        = "AWS"
          identifiers = [var.reader_role_arn]
        }
      }
    }
    resource "aws_secretsmanager_secret_policy" "this" {
      secret_arn          = "{uid}"
      policy              = data.aws_iam_policy_document.secret.json
      block_public_policy = true
    }
---*/
MATCH (secret:AwsSecret)
WHERE size(secret.policy_public_actions) > 0
RETURN secret AS resource, {anyone_may: secret.policy_public_actions} AS evidence
