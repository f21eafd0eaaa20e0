/*---
title: Functions keep the events that they fail on
resource: AwsLambdaFunction
severity: low
policy: aws-serverless
also: {prowler: [awslambda_function_no_dead_letter_queue]}
why: After its retries Lambda drops an event without a trace, unless it has somewhere to put it.
fix:
  console: >-
    In Lambda in {region}, {name}, Configuration, Asynchronous invocation, Edit, choose a
    dead-letter queue.
  cli: >-
    aws lambda update-function-configuration --region {region} --function-name {name}
    --dead-letter-config TargetArn="$QUEUE_ARN"
  terraform: |
    resource "aws_lambda_function" "this" {
      function_name = "{name}"
      dead_letter_config {
        target_arn = aws_sqs_queue.dead_letters.arn
      }
    }
---*/
MATCH (function:AwsLambdaFunction)
WHERE NOT EXISTS { (function)-[:SENDS_TO]->(:Resource) }
RETURN function AS resource, {expected: 'a dead-letter queue or topic'} AS evidence
