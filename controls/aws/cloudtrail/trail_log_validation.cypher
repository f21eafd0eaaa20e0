/*---
title: Trails show whether their log files were changed
resource: AwsCloudTrailTrail
severity: medium
policy: aws-logging
mandates: {cis-aws-6.0: ["4.2"]}
also: {prowler: [cloudtrail_log_file_validation_enabled]}
why: A log that can be changed unseen proves nothing.
fix:
  console: >-
    In CloudTrail in {region}, Trails, {name}, General details, Edit, enable log file validation.
  cli: aws cloudtrail update-trail --region {region} --name {uid} --enable-log-file-validation
  terraform: |
    resource "aws_cloudtrail" "this" {
      name = "{name}"
      enable_log_file_validation = true
    }
---*/
MATCH (trail:AwsCloudTrailTrail)
WHERE trail.has_log_file_validation = false
RETURN trail AS resource, {expected: 'log file validation'} AS evidence
