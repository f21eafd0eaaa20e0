/*---
title: Queues refuse requests that are not made over TLS
resource: AwsSqsQueue
severity: low
policy: aws-messaging
why: SQS answers plain HTTP too. Whoever sits in between can then read and change messages.
fix:
  console: >-
    In SQS in {region}, {name}, Edit, Access policy, add a statement that denies sqs:* to everybody
    where aws:SecureTransport is false.
  cli: |
    # Add to the queue's policy: {"Effect":"Deny","Principal":"*","Action":"sqs:*",
    # "Resource":"{uid}","Condition":{"Bool":{"aws:SecureTransport":"false"}}}
    url=$(aws sqs get-queue-url --region {region} --queue-name {name} --output text)
    aws sqs set-queue-attributes --region {region} --queue-url "$url" \
      --attributes "file://${ATTRIBUTES:?file with the policy as an attribute}"
  terraform: |
    data "aws_iam_policy_document" "queue" {
      statement {
        effect    = "Deny"
        actions   = ["sqs:*"]
        resources = ["{uid}"]
        principals {
          type        = "*"
          identifiers = ["*"]
        }
        condition {
          test     = "Bool"
          variable = "aws:SecureTransport"
          values   = ["false"]
        }
      }
    }
---*/
MATCH (queue:AwsSqsQueue)
WHERE queue.requires_tls = false
RETURN queue AS resource, {expected: 'a policy that denies plain HTTP'} AS evidence
