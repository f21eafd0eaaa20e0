/*---
title: Alarms tell topics that are there and have subscribers
resource: AwsCloudwatchAlarm
severity: medium
policy: aws-monitoring
why: >-
  The alarm looks well kept and goes off as it should, into a topic that was deleted or that nobody
  has subscribed to.
fix:
  console: >-
    In CloudWatch in {region}, All alarms, {name}, look at its actions; then in SNS, Topics,
    subscribe somebody to the topic, or let the alarm tell another one.
  cli: >-
    aws sns subscribe --region {region} --topic-arn "$TOPIC_ARN" --protocol email
    --notification-endpoint "${MAIL:?address of those on call}"
  terraform: |
    resource "aws_sns_topic_subscription" "on_call" {
      topic_arn = var.topic_arn
      protocol  = "email"
      endpoint  = var.on_call_mail
    }
---*/
MATCH (alarm:AwsCloudwatchAlarm)-[:NOTIFIES {on_alarm: true}]->(told:Resource)
WHERE size(told.subscription_protocols) = 0
  OR (told:Unseen AND told.uid CONTAINS ':sns:' AND split(told.uid, ':')[4] = alarm.account)
RETURN alarm AS resource, {told_in_vain: collect(told.uid)} AS evidence
