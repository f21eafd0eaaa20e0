/*---
title: Somebody is told when a KMS key is disabled or due for deletion
resource: AwsAccount
severity: medium
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.7"]}
also: {prowler: [cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk]}
why: What a key encrypts is lost with it; there is a week at least to stop it, for those who know.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    events='DisableKey ScheduleKeyDeletion'
    source='($.eventSource = kms.amazonaws.com)'
    pattern="{ $source && ($(printf '($.eventName = %s) || ' $events | sed 's/ || $//')) }"
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name key-removals --filter-pattern "$pattern" \
      --metric-transformations metricName=key-removals,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name key-removals --namespace Audit \
      --metric-name key-removals --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    locals {
      events = join(" || ", [for event in [
        "DisableKey", "ScheduleKeyDeletion"
      ] : "($.eventName = ${event})"])
    }
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "key-removals"
      log_group_name = var.trail_log_group
      pattern        = "{ ($.eventSource = kms.amazonaws.com) && (${local.events}) }"
      metric_transformation {
        name      = "key-removals"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "key-removals"
      namespace           = "Audit"
      metric_name         = "key-removals"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
WITH ['DisableKey', 'ScheduleKeyDeletion'] AS events
UNWIND events AS event
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (trail:AwsCloudTrailTrail)
  WHERE (trail.account = account.id OR trail.is_organization_trail = true)
    AND trail.is_multi_region = true AND trail.is_logging = true
    AND trail.logs_management_writes = true
  WITH DISTINCT trail // they are few: else every alarm of the company is looked at for each account
  MATCH (trail)-[:SENDS_TO]->(:AwsLogGroup)<-[:FILTERS]-(rule:AwsLogMetricFilter)
  MATCH (rule)<-[:WATCHES]-(alarm:AwsCloudwatchAlarm)-[:NOTIFIES {on_alarm: true}]->(told:Resource)
  WHERE '$.eventName=' + event IN rule.terms
    AND alarm.are_actions_enabled = true
    AND (size(told.subscription_protocols) > 0
      OR (told:Unseen AND split(told.uid, ':')[4] <> account.id))
}
RETURN account AS resource, {nobody_is_told_of: collect(event)} AS evidence
