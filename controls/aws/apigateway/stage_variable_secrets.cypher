/*---
title: No variable of a stage is named like a secret
resource: AwsApiGatewayStage
severity: medium
policy: aws-apis
why: >-
  Whoever may read a stage reads its variables; a secret belongs into Secrets Manager or Parameter
  Store.
fix:
  console: >-
    Store the value in Secrets Manager, let what answers fetch it from there, then API Gateway >
    APIs > the stage's > Stages > {name} > Stage variables > Edit > Remove; and replace the secret.
  cli: |
    api=$(echo {uid} | cut -d/ -f3)
    aws secretsmanager create-secret --region {region} --name "$api-{name}" \
      --secret-string "$SECRET"
    aws apigateway update-stage --region {region} --rest-api-id "$api" --stage-name {name} \
      --patch-operations "op=remove,path=/variables/${VARIABLE:?its name}"
  terraform: |
    resource "aws_api_gateway_stage" "this" {
      stage_name = "{name}"
      variables  = { secret_arn = aws_secretsmanager_secret.this.arn } # its ARN, not its value
    }
---*/
WITH [
  'PASSWORD', 'PASSWD', 'PASSPHRASE', 'SECRET', 'SECRET_KEY', 'PRIVATE_KEY', 'API_KEY', 'APIKEY',
  'ACCESS_KEY', 'TOKEN'
] AS endings
MATCH (stage:AwsApiGatewayStage)
UNWIND stage.variable_names AS name
WITH stage, name, endings
WHERE any(ending IN endings WHERE toUpper(name) ENDS WITH ending)
RETURN stage AS resource, {variables: collect(name)} AS evidence
