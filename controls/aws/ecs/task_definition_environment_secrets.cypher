/*---
title: No environment variable of a container is named like a secret
resource: AwsEcsTaskDefinition
severity: medium
policy: aws-containers
why: >-
  Whoever may read a task definition reads its variables; a secret belongs into Secrets Manager or
  Parameter Store, from where ECS hands it to the container.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision > Environment variables > Value type
    ValueFrom, the ARN of the secret > Create; then replace the secret.
  cli: |
    aws secretsmanager create-secret --region {region} --name {family} --secret-string "$SECRET"
    # name its ARN under "secrets" instead of "environment", in a new revision:
    aws ecs register-task-definition --region {region} --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family = "{family}"
      container_definitions = jsonencode([{
        name    = "app"
        secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.this.arn }]
      }])
    }
---*/
WITH [
  'PASSWORD', 'PASSWD', 'PASSPHRASE', 'SECRET', 'SECRET_KEY', 'PRIVATE_KEY', 'API_KEY', 'APIKEY',
  'ACCESS_KEY', 'TOKEN'
] AS endings
MATCH (task:AwsEcsTaskDefinition)
UNWIND task.environment_names AS name
WITH task, name, endings
WHERE any(ending IN endings WHERE toUpper(name) ENDS WITH ending)
RETURN task AS resource, {variables: collect(name)} AS evidence
