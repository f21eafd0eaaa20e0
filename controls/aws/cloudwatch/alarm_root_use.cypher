/*---
title: Somebody is told when the root user is used
resource: AwsAccount
severity: medium
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.3"]}
also: {prowler: [cloudwatch_log_metric_filter_root_usage]}
why: >-
  Nothing holds the root user back, and it is needed hardly ever: each use of it is worth a look.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    pattern='{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && '
    pattern+='$.eventType != "AwsServiceEvent" }'
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name root-use --filter-pattern "$pattern" \
      --metric-transformations metricName=root-use,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name root-use --namespace Audit \
      --metric-name root-use --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "root-use"
      log_group_name = var.trail_log_group
      pattern        = join(" && ", [
        "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS",
        "$.eventType != \"AwsServiceEvent\" }"
      ])
      metric_transformation {
        name      = "root-use"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "root-use"
      namespace           = "Audit"
      metric_name         = "root-use"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
WITH [
  '$.userIdentity.type=Root', '$.userIdentity.invokedBy NOT EXISTS', '$.eventType!=AwsServiceEvent'
] AS terms
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (trail:AwsCloudTrailTrail)
  WHERE (trail.account = account.id OR trail.is_organization_trail = true)
    AND trail.is_multi_region = true AND trail.is_logging = true
    AND trail.logs_management_writes = true AND trail.logs_management_reads = true
  WITH DISTINCT trail // they are few: else every alarm of the company is looked at for each account
  MATCH (trail)-[:SENDS_TO]->(:AwsLogGroup)<-[:FILTERS]-(rule:AwsLogMetricFilter)
  MATCH (rule)<-[:WATCHES]-(alarm:AwsCloudwatchAlarm)-[:NOTIFIES {on_alarm: true}]->(told:Resource)
  WHERE all(term IN terms WHERE term IN rule.terms)
    AND alarm.are_actions_enabled = true
    AND (size(told.subscription_protocols) > 0
      OR (told:Unseen AND split(told.uid, ':')[4] <> account.id))
}
RETURN account AS resource, {nobody_is_told_of: terms} AS evidence
