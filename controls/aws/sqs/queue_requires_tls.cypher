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
    url=$(aws sqs get-queue-url --region {region} --queue-name {name} --output text)
    deny='{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"{uid}",
      "Condition":{"Bool":{"aws:SecureTransport":"false"}}}'
    aws sqs get-queue-attributes --region {region} --queue-url "$url" --attribute-names Policy |
      jq -nc --argjson deny "$deny" '
        ((try input catch {}) | .Attributes.Policy // "{}" | fromjson) as $old |
        {Policy: ($old + {Version: "2012-10-17", Statement: (($old.Statement // []) + [$deny])}
        | tojson)}' > attributes.json
    aws sqs set-queue-attributes --region {region} --queue-url "$url" \
      --attributes file://attributes.json
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
