/*---
title: Functions can't be called by anyone
resource: AwsLambdaFunction
severity: critical
policy: aws-serverless
also: {prowler: [awslambda_function_not_publicly_accessible, awslambda_function_url_public]}
why: Anyone can then run the function with its role, and at your cost.
fix:
  console: >-
    In Lambda in {region}, {name}, Configuration: under Permissions remove the statement for
    everyone, under Function URL set the auth type AWS_IAM.
  cli: |
    aws lambda update-function-url-config --region {region} --function-name {name} \
      --auth-type AWS_IAM
    for sid in $(aws lambda get-policy --region {region} --function-name {name} \
        --query Policy --output text |
        jq -r '.Statement[] | select(.Principal == "*" or .Principal.AWS? == "*") | .Sid'); do
      aws lambda remove-permission --region {region} --function-name {name} --statement-id "$sid"
    done
  terraform: |
    resource "aws_lambda_function_url" "this" {
      function_name      = "{name}"
      authorization_type = "AWS_IAM"
    }
---*/
MATCH (function:AwsLambdaFunction)
WHERE size(function.policy_public_actions) > 0 OR function.url_auth_type = 'NONE'
RETURN function AS resource, {
  anyone_may: function.policy_public_actions, url: function.url, url_auth: function.url_auth_type
} AS evidence
