/*---
title: Queues put aside messages that fail
resource: AwsSqsQueue
severity: low
policy: aws-messaging
why: >-
  A message that nobody can handle is given out again and again until it is too old, and then it is
  gone, with what it was about.
fix:
  console: In SQS in {region}, {name}, Edit, Dead-letter queue, Enabled, choose a queue, Save.
  cli: |
    url=$(aws sqs get-queue-url --region {region} --queue-name {name} --output text)
    redrive="{\"deadLetterTargetArn\":\"$DEAD_LETTERS_ARN\",\"maxReceiveCount\":5}"
    aws sqs set-queue-attributes --region {region} --queue-url "$url" \
      --attributes "$(jq -nc --arg redrive "$redrive" '{RedrivePolicy: $redrive}')"
  terraform: |
    resource "aws_sqs_queue" "this" {
      name = "{name}"
      redrive_policy = jsonencode({
        deadLetterTargetArn = aws_sqs_queue.failed.arn
        maxReceiveCount     = 5
      })
    }
applies: >-
  MATCH (queue:AwsSqsQueue) WHERE NOT EXISTS { (queue)<-[:SENDS_TO]-(:AwsSqsQueue|AwsLambdaFunction)
  } RETURN queue AS resource
---*/
MATCH (queue:AwsSqsQueue)
WHERE NOT EXISTS { (queue)-[:SENDS_TO]->(:Resource) }
  // What failed elsewhere ends here.
  AND NOT EXISTS { (queue)<-[:SENDS_TO]-(:AwsSqsQueue|AwsLambdaFunction) }
RETURN queue AS resource, {expected: 'a queue for what fails'} AS evidence
