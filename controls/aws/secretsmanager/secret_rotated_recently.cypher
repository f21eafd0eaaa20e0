/*---
title: Secrets that are rotated did change within 90 days
resource: AwsSecret
severity: medium
policy: aws-secrets
also: {prowler: [secretsmanager_secret_rotated_periodically]}
why: Rotation that is switched on and does not happen looks well, and protects nothing.
fix:
  console: >-
    Secrets Manager > Secrets > {name} > Rotation > Rotate secret immediately; if it fails, see the
    logs of the function that rotates it.
  cli: aws secretsmanager rotate-secret --region {region} --secret-id {uid}
  terraform: |
    resource "aws_secretsmanager_secret_rotation" "this" {
      secret_id           = "{uid}"
      rotation_lambda_arn = aws_lambda_function.rotation.arn
      rotation_rules {
        automatically_after_days = 30
      }
    }
applies: MATCH (secret:AwsSecret) WHERE secret.is_rotated = true RETURN secret AS resource
---*/
WITH 90 AS max_age_days
MATCH (secret:AwsSecret)
WHERE secret.is_rotated = true
  AND coalesce(secret.last_rotated_at, secret.created_at)
    < datetime() - duration({days: max_age_days})
RETURN secret AS resource, {
  last_rotated: secret.last_rotated_at, created: secret.created_at,
  expected: 'within ' + max_age_days + ' days'
} AS evidence
