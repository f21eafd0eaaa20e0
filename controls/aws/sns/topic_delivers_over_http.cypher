/*---
title: Topics deliver over encrypted connections only
resource: AwsSnsTopic
severity: medium
policy: aws-messaging
also: {prowler: [sns_subscription_not_using_http_endpoints]}
why: What goes out over plain HTTP can be read and changed on its way.
fix:
  console: >-
    In SNS in {region}, Topics, {name}, Subscriptions, replace each HTTP endpoint by an HTTPS one.
  cli: |
    for arn in $(aws sns list-subscriptions-by-topic --region {region} --topic-arn {uid} \
        --query "Subscriptions[?Protocol=='http'].SubscriptionArn" --output text); do
      aws sns unsubscribe --region {region} --subscription-arn "$arn"
    done
  terraform: |
    resource "aws_sns_topic_subscription" "this" {
      topic_arn = "{uid}"
      protocol  = "https"
      endpoint  = var.endpoint
    }
---*/
MATCH (topic:AwsSnsTopic)
WHERE 'http' IN topic.subscription_protocols
RETURN topic AS resource, {protocols: topic.subscription_protocols} AS evidence
