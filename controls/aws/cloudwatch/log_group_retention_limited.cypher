/*---
title: Log groups do not keep their events for ever
resource: AwsLogGroup
severity: info
policy: aws-logging
why: >-
  Logs hold names, addresses and worse by accident. What nobody needs any more can only leak; and it
  costs money.
fix:
  console: >-
    In CloudWatch in {region}, Log groups, {name}, Actions, Edit retention setting, choose how long
    you need it.
  cli: >-
    aws logs put-retention-policy --region {region} --log-group-name "{name}" --retention-in-days
    "${DAYS:?how long you need it, 400 for instance}"
  terraform: |
    resource "aws_cloudwatch_log_group" "this" {
      name              = "{name}"
      retention_in_days = 400
    }
---*/
MATCH (group:AwsLogGroup)
WHERE group.retention_days IS NULL
RETURN group AS resource, {kept: 'for ever'} AS evidence
