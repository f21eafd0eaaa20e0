/*---
title: Each metric filter has an alarm
resource: AwsLogMetricFilter
severity: low
policy: aws-monitoring
why: >-
  Somebody once thought that these events matter. Counted they are; but nobody is told, unless
  somebody happens to look.
fix:
  console: >-
    In CloudWatch in {region}, Log groups, choose the group, Metric filters, tick {name}, Create
    alarm.
  cli: >-
    aws cloudwatch put-metric-alarm --region {region} --alarm-name "{name}" --namespace
    "{namespace}" --metric-name "{metric_name}" --statistic Sum --period 300 --evaluation-periods 1
    --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --alarm-actions "$TOPIC_ARN"
  terraform: |
    resource "aws_cloudwatch_metric_alarm" "this" {
      alarm_name          = "{name}"
      namespace           = "{namespace}"
      metric_name         = "{metric_name}"
      statistic           = "Sum"
      period              = 300
      evaluation_periods  = 1
      threshold           = 1
      comparison_operator = "GreaterThanOrEqualToThreshold"
      alarm_actions       = [var.topic_arn]
    }
---*/
MATCH (rule:AwsLogMetricFilter)
WHERE NOT EXISTS { (rule)<-[:WATCHES]-(:Resource) }
RETURN rule AS resource, {pattern: rule.pattern, expected: 'an alarm on its metric'} AS evidence
