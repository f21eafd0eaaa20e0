/*---
title: Secrets change by themselves
resource: AwsSecret
severity: medium
policy: aws-secrets
also: {prowler: [secretsmanager_automatic_rotation_enabled]}
why: A secret that changes only when somebody thinks of it serves whoever once saw it for years.
fix:
  console: >-
    Secrets Manager > Secrets > {name} > Rotation > Edit rotation > Automatic rotation on, a
    schedule and a function > Save.
  cli: >-
    aws secretsmanager rotate-secret --region {region} --secret-id {uid}
    --rotation-lambda-arn "${FUNCTION_ARN:?ARN of a function that changes it}"
    --rotation-rules AutomaticallyAfterDays=30
  terraform: |
    resource "aws_secretsmanager_secret_rotation" "this" {
      secret_id           = "{uid}"
      rotation_lambda_arn = aws_lambda_function.rotation.arn
      rotation_rules {
        automatically_after_days = 30
      }
    }
applies: |
  MATCH (secret:AwsSecret)
  WHERE secret.owning_service IS NULL AND secret.is_replica = false
  RETURN secret AS resource
---*/
MATCH (secret:AwsSecret)
WHERE secret.is_rotated = false
  AND secret.owning_service IS NULL
  AND secret.is_replica = false
RETURN secret AS resource, {expected: 'rotation', last_changed: secret.last_changed_at} AS evidence
