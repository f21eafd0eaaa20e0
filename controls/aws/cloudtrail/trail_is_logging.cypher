/*---
title: Trails are switched on
resource: AwsCloudTrailTrail
severity: medium
policy: aws-logging
why: A trail that was stopped looks like a trail; attackers stop it first.
fix:
  console: >-
    In CloudTrail in {region}, Trails, {name}, Start logging; or delete it where it is not needed.
  cli: aws cloudtrail start-logging --region {region} --name {uid}
  terraform: |
    resource "aws_cloudtrail" "this" {
      name = "{name}"
      enable_logging = true
    }
---*/
MATCH (trail:AwsCloudTrailTrail)
WHERE trail.is_logging = false
RETURN trail AS resource, {expected: 'it is on'} AS evidence
