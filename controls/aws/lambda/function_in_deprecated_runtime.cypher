/*---
title: Functions run on runtimes that AWS still keeps secure
resource: AwsLambdaFunction
severity: medium
policy: aws-serverless
also: {prowler: [awslambda_function_using_supported_runtimes]}
why: >-
  A deprecated runtime gets no security fixes, and one day the function can't be changed any more.
fix:
  console: >-
    In Lambda in {region}, {name}, Code, Runtime settings, choose a current runtime and test the
    function on it.
  cli: |
    aws lambda get-function-configuration --region {region} --function-name {name} --query Runtime
    aws lambda update-function-configuration --region {region} --function-name {name} \
      --runtime "$NEW_RUNTIME"
  terraform: |
    resource "aws_lambda_function" "this" {
      function_name = "{name}"
      runtime       = var.new_runtime # instead of {runtime}
    }
applies: |
  MATCH (function:AwsLambdaFunction)
  WHERE function.runtime IS NOT NULL
  RETURN function AS resource
---*/
WITH [
  'dotnet6', 'dotnet8', 'dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1', 'go1.x',
  'java8', 'nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x',
  'nodejs12.x', 'nodejs14.x', 'nodejs16.x', 'nodejs18.x', 'nodejs20.x', 'provided', 'provided.al2',
  'python2.7', 'python3.6', 'python3.7', 'python3.8', 'python3.9', 'python3.10', 'ruby2.5',
  'ruby2.7', 'ruby3.2'
] AS deprecated
MATCH (function:AwsLambdaFunction)
WHERE function.runtime IN deprecated
RETURN function AS resource, {actual: function.runtime} AS evidence
