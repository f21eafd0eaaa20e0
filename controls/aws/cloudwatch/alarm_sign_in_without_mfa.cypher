/*---
title: Somebody is told of console sign-ins without a second factor
resource: AwsAccount
severity: low
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.2"]}
also: {prowler: [cloudwatch_log_metric_filter_sign_in_without_mfa]}
why: A sign-in with a password alone may be anybody's who has learnt the password.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    pattern='{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && '
    pattern+='($.userIdentity.type = "IAMUser") }'
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name sign-in-without-mfa --filter-pattern "$pattern" \
      --metric-transformations metricName=sign-in-without-mfa,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name sign-in-without-mfa --namespace Audit \
      --metric-name sign-in-without-mfa --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "sign-in-without-mfa"
      log_group_name = var.trail_log_group
      pattern        = join(" && ", [
        "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\")",
        "($.userIdentity.type = \"IAMUser\") }"
      ])
      metric_transformation {
        name      = "sign-in-without-mfa"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "sign-in-without-mfa"
      namespace           = "Audit"
      metric_name         = "sign-in-without-mfa"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
WITH ['$.eventName=ConsoleLogin', '$.additionalEventData.MFAUsed!=Yes'] AS terms
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
