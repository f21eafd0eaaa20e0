/*---
title: Topics are not open to anyone
resource: AwsSnsTopic
severity: high
policy: aws-messaging
also: {prowler: [sns_topics_not_publicly_accessible]}
why: Anyone can then read along, or send messages that your systems take for their own.
fix:
  console: >-
    In SNS in {region}, Topics, {name}, Edit, Access policy, name who may publish and subscribe.
  cli: |
    aws sns set-topic-attributes --region {region} --topic-arn {uid} \
      --attribute-name Policy --attribute-value \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"{uid}",
       "Principal":{"AWS":"{account}"},"Action":["sns:Publish","sns:Subscribe"]}]}'
  terraform: |
    data "aws_iam_policy_document" "topic" {
      statement {
        actions   = ["sns:Publish", "sns:Subscribe"]
        resources = ["{uid}"]
        principals {
          type        = "AWS"
          identifiers = ["{account}"]
        }
      }
    }
---*/
MATCH (topic:AwsSnsTopic)
WHERE size(topic.policy_public_actions) > 0
RETURN topic AS resource, {anyone_may: topic.policy_public_actions} AS evidence
