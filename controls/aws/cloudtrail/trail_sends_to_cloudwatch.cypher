/*---
title: Trails also write to a CloudWatch log group
resource: AwsCloudTrailTrail
severity: low
policy: aws-logging
also: {prowler: [cloudtrail_cloudwatch_logging_enabled]}
why: Files in a bucket are read afterwards. Only in a log group can an alarm see events at once.
fix:
  console: >-
    In CloudTrail in {region}, Trails, {name}, CloudWatch Logs, Edit, tick Enabled, choose a group
    and a role.
  cli: >-
    aws cloudtrail update-trail --region {region} --name {name} --cloud-watch-logs-log-group-arn
    "$LOG_GROUP_ARN:*" --cloud-watch-logs-role-arn "$ROLE_ARN"
  terraform: |
    resource "aws_cloudtrail" "this" {
      name                       = "{name}"
      cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
      cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
    }
---*/
MATCH (trail:AwsCloudTrailTrail)
WHERE trail.has_cloudwatch_logs = false
RETURN trail AS resource, {expected: 'a log group'} AS evidence
