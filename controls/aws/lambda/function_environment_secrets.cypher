/*---
title: No environment variable of a function is named like a secret
resource: AwsLambdaFunction
severity: medium
policy: aws-serverless
why: >-
  Whoever may read a function's configuration reads its variables; a secret belongs into Secrets
  Manager or Parameter Store.
fix:
  console: >-
    Store the value in Secrets Manager, let {name} fetch it from there, then remove the variable in
    Lambda in {region}, {name}, Configuration, Environment variables, and replace the secret.
  cli: |
    aws lambda get-function-configuration --region {region} --function-name {name} \
      --query 'keys(Environment.Variables)'
    aws secretsmanager create-secret --region {region} --name {name} --secret-string "$SECRET"
  terraform: |
    resource "aws_lambda_function" "this" {
      function_name = "{name}"
      environment {
        variables = { SECRET_ARN = aws_secretsmanager_secret.this.arn } # its ARN, not its value
      }
    }
---*/
WITH [
  'PASSWORD', 'PASSWD', 'PASSPHRASE', 'SECRET', 'SECRET_KEY', 'PRIVATE_KEY', 'API_KEY', 'APIKEY',
  'ACCESS_KEY', 'TOKEN'
] AS endings
MATCH (function:AwsLambdaFunction)
UNWIND function.environment_names AS name
WITH function, name, endings
WHERE any(ending IN endings WHERE toUpper(name) ENDS WITH ending)
RETURN function AS resource, {variables: collect(name)} AS evidence
