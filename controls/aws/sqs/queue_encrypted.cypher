/*---
title: Queues encrypt their messages at rest
resource: AwsSqsQueue
severity: medium
policy: aws-messaging
also: {prowler: [sqs_queues_server_side_encryption_enabled]}
why: Messages wait for up to two weeks; SQS encrypts them for nothing, unless somebody says no.
fix:
  console: In SQS in {region}, {name}, Edit, Encryption, Enabled, Save.
  cli: |
    url=$(aws sqs get-queue-url --region {region} --queue-name {name} --output text)
    aws sqs set-queue-attributes --region {region} --queue-url "$url" \
      --attributes SqsManagedSseEnabled=true
  terraform: |
    resource "aws_sqs_queue" "this" {
      name                    = "{name}"
      sqs_managed_sse_enabled = true
    }
---*/
MATCH (queue:AwsSqsQueue)
WHERE queue.is_encrypted = false
RETURN queue AS resource, {expected: 'on', actual: 'off'} AS evidence
