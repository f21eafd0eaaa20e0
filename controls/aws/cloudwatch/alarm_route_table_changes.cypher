/*---
title: Somebody is told when route tables change
resource: AwsAccount
severity: low
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.13"]}
also: {prowler: [cloudwatch_changes_to_network_route_tables_alarm_configured]}
why: A changed route can lead traffic past the firewall, or to somebody who listens.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    events='CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation
      DeleteRouteTable DeleteRoute DisassociateRouteTable'
    source='($.eventSource = ec2.amazonaws.com)'
    pattern="{ $source && ($(printf '($.eventName = %s) || ' $events | sed 's/ || $//')) }"
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name route-table-changes --filter-pattern "$pattern" \
      --metric-transformations metricName=route-table-changes,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name route-table-changes --namespace Audit \
      --metric-name route-table-changes --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    locals {
      events = join(" || ", [for event in [
        "CreateRoute", "CreateRouteTable", "ReplaceRoute",
        "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute",
        "DisassociateRouteTable"
      ] : "($.eventName = ${event})"])
    }
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "route-table-changes"
      log_group_name = var.trail_log_group
      pattern        = "{ ($.eventSource = ec2.amazonaws.com) && (${local.events}) }"
      metric_transformation {
        name      = "route-table-changes"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "route-table-changes"
      namespace           = "Audit"
      metric_name         = "route-table-changes"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
WITH [
  'CreateRoute', 'CreateRouteTable', 'ReplaceRoute', 'ReplaceRouteTableAssociation',
  'DeleteRouteTable', 'DeleteRoute', 'DisassociateRouteTable'
] AS events
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
