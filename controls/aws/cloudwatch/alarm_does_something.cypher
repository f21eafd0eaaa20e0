/*---
title: Alarms do something when they go off
resource: AwsCloudwatchAlarm
severity: medium
policy: aws-monitoring
also: {prowler: [cloudwatch_alarm_actions_alarm_state_configured]}
why: An alarm that tells nobody is a red dot on a page that nobody has open.
fix:
  console: >-
    In CloudWatch in {region}, All alarms, {name}, Actions, Edit, add a notification for In alarm.
  cli: |
    # Give all of its settings again, and add what is to be told:
    aws cloudwatch put-metric-alarm --region {region} --alarm-name "{name}" \
      --alarm-actions "$TOPIC_ARN" # ...
  terraform: |
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name    = "{name}"
      alarm_actions = [var.topic_arn]
    }
applies: >-
  MATCH (alarm:AwsCloudwatchAlarm) WHERE NOT EXISTS { (alarm)<-[:COMBINES]-(:AwsCloudwatchAlarm) }
  RETURN alarm AS resource
---*/
MATCH (alarm:AwsCloudwatchAlarm)
WHERE NOT EXISTS { (alarm)-[:NOTIFIES {on_alarm: true}]->(:Resource) }
  AND size(alarm.built_in_actions) = 0
  // One that others are made of leaves it to them.
  AND NOT EXISTS { (alarm)<-[:COMBINES]-(:AwsCloudwatchAlarm) }
RETURN alarm AS resource, {expected: 'somebody is told'} AS evidence
