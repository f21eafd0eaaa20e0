/*---
title: The actions of alarms are switched on
resource: AwsCloudwatchAlarm
severity: medium
policy: aws-monitoring
also: {prowler: [cloudwatch_alarm_actions_enabled]}
why: Somebody has silenced it, for an hour perhaps, and forgot; now it goes off and no one hears.
fix:
  console: >-
    In CloudWatch in {region}, All alarms, tick {name}, Actions, Alarm actions, Enable.
  cli: aws cloudwatch enable-alarm-actions --region {region} --alarm-names "{name}"
  terraform: |
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name      = "{name}"
      actions_enabled = true
    }
---*/
MATCH (alarm:AwsCloudwatchAlarm)
WHERE alarm.are_actions_enabled = false
RETURN alarm AS resource, {expected: 'on', actual: 'off'} AS evidence
