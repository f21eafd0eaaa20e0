/*---
title: The log group of a trail can't be deleted by mistake
resource: AwsLogGroup
severity: low
policy: aws-logging
why: >-
  With the group go its filters, and nobody is told of anything any more; who wants that needs one
  call, unless the group is protected.
fix:
  console: >-
    In CloudWatch in {region}, Log groups, {name}, Actions, Edit deletion protection, switch it on.
  cli: >-
    aws logs put-log-group-deletion-protection --region {region} --log-group-identifier "{name}"
    --deletion-protection-enabled
  terraform: |
    resource "aws_cloudwatch_log_group" "this" {
      name                        = "{name}"
      deletion_protection_enabled = true
    }
applies: >-
  MATCH (:AwsCloudTrailTrail)-[:SENDS_TO]->(group:AwsLogGroup) RETURN DISTINCT group AS resource
---*/
MATCH (group:AwsLogGroup)
WHERE group.is_deletion_protected = false
  AND EXISTS { (:AwsCloudTrailTrail)-[:SENDS_TO]->(group) }
RETURN group AS resource, {expected: 'on', actual: 'off'} AS evidence
