/*---
title: Queues are not open to anyone
resource: AwsSqsQueue
severity: critical
policy: aws-messaging
also: {prowler: [sqs_queues_not_publicly_accessible]}
why: Anyone can then take your messages out, or put in some that your systems take for their own.
fix:
  console: In SQS in {region}, {name}, Edit, Access policy, name who may send and receive, Save.
  cli: |
    url=$(aws sqs get-queue-url --region {region} --queue-name {name} --output text)
    policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:*",
      "Resource":"{uid}","Principal":{"AWS":"{account}"}}]}'
    aws sqs set-queue-attributes --region {region} --queue-url "$url" \
      --attributes "$(jq -nc --arg policy "$policy" '{Policy: $policy}')"
  terraform: |
    data "aws_iam_policy_document" "queue" {
      statement {
        actions   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"]
        resources = ["{uid}"]
        principals {
          type        = "AWS"
          identifiers = ["{account}"]
        }
      }
    }
---*/
MATCH (queue:AwsSqsQueue)
WHERE size(queue.policy_public_actions) > 0
RETURN queue AS resource, {anyone_may: queue.policy_public_actions} AS evidence
