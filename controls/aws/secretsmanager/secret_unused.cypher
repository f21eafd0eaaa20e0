/*---
title: Secrets are in use
resource: AwsSecret
severity: low
policy: aws-secrets
also: {prowler: [secretsmanager_secret_unused]}
why: What nobody reads any more still opens what it opens, and nobody would miss it.
fix:
  console: >-
    Secrets Manager > Secrets > {name} > Actions > Delete secret, with a waiting period; take away
    what it opens.
  cli: >-
    aws secretsmanager delete-secret --region {region} --secret-id {uid} --recovery-window-in-days
    30
  terraform: >-
    # Take the resource "aws_secretsmanager_secret" of {name} out of the configuration and apply.
---*/
WITH 90 AS max_unused_days
MATCH (secret:AwsSecret)
WHERE coalesce(secret.last_accessed_at, secret.created_at)
    < datetime() - duration({days: max_unused_days})
RETURN secret AS resource, {
  last_read: secret.last_accessed_at, created: secret.created_at,
  expected: 'within ' + max_unused_days + ' days'
} AS evidence
