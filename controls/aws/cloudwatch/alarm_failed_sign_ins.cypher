/*---
title: Somebody is told of failed console sign-ins
resource: AwsAccount
severity: low
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.6"]}
also: {prowler: [cloudwatch_log_metric_filter_authentication_failures]}
why: Many failures in a row are somebody who guesses passwords.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    pattern='{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name failed-sign-ins --filter-pattern "$pattern" \
      --metric-transformations metricName=failed-sign-ins,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name failed-sign-ins --namespace Audit \
      --metric-name failed-sign-ins --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "failed-sign-ins"
      log_group_name = var.trail_log_group
      pattern        = join(" && ", [
        "{ ($.eventName = ConsoleLogin)",
        "($.errorMessage = \"Failed authentication\") }"
      ])
      metric_transformation {
        name      = "failed-sign-ins"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "failed-sign-ins"
      namespace           = "Audit"
      metric_name         = "failed-sign-ins"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
WITH ['$.eventName=ConsoleLogin', '$.errorMessage=Failed authentication'] AS terms
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (trail:AwsCloudTrailTrail)
  WHERE (trail.account = account.id OR trail.is_organization_trail = true)
    AND trail.is_multi_region = true AND trail.is_logging = true
    AND trail.logs_management_writes = true
  WITH DISTINCT trail // they are few: else every alarm of the company is looked at for each account
  MATCH (trail)-[:SENDS_TO]->(:AwsLogGroup)<-[:FILTERS]-(rule:AwsLogMetricFilter)
  MATCH (rule)<-[:WATCHES]-(alarm:AwsCloudwatchAlarm)-[:NOTIFIES {on_alarm: true}]->(told:Resource)
  WHERE all(term IN terms WHERE term IN rule.terms)
    AND alarm.are_actions_enabled = true
    AND (size(told.subscription_protocols) > 0
      OR (told:Unseen AND split(told.uid, ':')[4] <> account.id))
}
RETURN account AS resource, {nobody_is_told_of: terms} AS evidence
