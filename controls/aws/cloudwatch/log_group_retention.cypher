/*---
title: Log groups keep their events for a year
resource: AwsLogGroup
severity: low
policy: aws-logging
also: {prowler: [cloudwatch_log_group_retention_policy_specific_days_enabled]}
why: Break-ins are often found months later; what was deleted before that can't tell how they began.
fix:
  console: >-
    In CloudWatch in {region}, Log groups, {name}, Actions, Edit retention setting, choose 12 months
    or more.
  cli: >-
    aws logs put-retention-policy --region {region} --log-group-name "{name}" --retention-in-days
    365
  terraform: |
    resource "aws_cloudwatch_log_group" "this" {
      name              = "{name}"
      retention_in_days = 365
    }
---*/
WITH 365 AS min_days
MATCH (group:AwsLogGroup)
WHERE group.retention_days < min_days
RETURN group AS resource, {days: group.retention_days, expected: min_days} AS evidence
