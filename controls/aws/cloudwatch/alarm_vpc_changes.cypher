/*---
title: Somebody is told when networks change
resource: AwsAccount
severity: low
policy: aws-monitoring
mandates: {cis-aws-6.0: ["5.14"]}
also: {prowler: [cloudwatch_changes_to_vpcs_alarm_configured]}
why: A peering that nobody knows of joins a network to one that nobody controls.
fix:
  console: >-
    In CloudWatch, Log groups, choose the one that the account's trail writes to, Metric filters,
    Create metric filter; the pattern is made below. Tick the filter, Create alarm, at 1 or more,
    and let it notify a topic that somebody has subscribed to.
  cli: |
    events='CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection
      CreateVpcPeeringConnection DeleteVpcPeeringConnection
      RejectVpcPeeringConnection'
    pattern="{ $(printf '($.eventName = %s) || ' $events | sed 's/ || $//') }"
    aws logs put-metric-filter --log-group-name "$TRAIL_LOG_GROUP" \
      --filter-name vpc-changes --filter-pattern "$pattern" \
      --metric-transformations metricName=vpc-changes,metricNamespace=Audit,metricValue=1
    aws cloudwatch put-metric-alarm --alarm-name vpc-changes --namespace Audit \
      --metric-name vpc-changes --statistic Sum --period 300 --evaluation-periods 1 \
      --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    locals {
      events = join(" || ", [for event in [
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection",
        "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection",
        "RejectVpcPeeringConnection"
      ] : "($.eventName = ${event})"])
    }
    resource "aws_cloudwatch_log_metric_filter" "this" {
      name           = "vpc-changes"
      log_group_name = var.trail_log_group
      pattern        = "{ ${local.events} }"
      metric_transformation {
        name      = "vpc-changes"
        namespace = "Audit"
        value     = "1"
      }
    }
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "vpc-changes"
      namespace           = "Audit"
      metric_name         = "vpc-changes"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
// The events of EC2-Classic are left out: AWS has ended it, so they can't happen any more.
WITH [
  'CreateVpc', 'DeleteVpc', 'ModifyVpcAttribute', 'AcceptVpcPeeringConnection',
  'CreateVpcPeeringConnection', 'DeleteVpcPeeringConnection', 'RejectVpcPeeringConnection'
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
