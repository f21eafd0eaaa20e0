/*---
title: A trail records the management events of all regions
resource: AwsAccount
severity: high
policy: aws-logging
mandates: {cis-aws-6.0: ["4.1"]}
also:
  prowler:
    - cloudtrail_multi_region_enabled
    - cloudtrail_multi_region_enabled_logging_management_events
why: >-
  Without one, nobody can tell afterwards who did what; and attackers choose the region that nobody
  looks at.
fix:
  console: >-
    In CloudTrail, Create trail: it covers all regions; tick management events, reads and writes.
  cli: |
    aws cloudtrail create-trail --name account-trail --s3-bucket-name "$LOG_BUCKET" \
      --is-multi-region-trail --enable-log-file-validation
    aws cloudtrail start-logging --name account-trail
  terraform: |
    resource "aws_cloudtrail" "account" {
      name                          = "account-trail"
      s3_bucket_name                = var.log_bucket
      is_multi_region_trail         = true
      include_global_service_events = true
      enable_logging                = true
    }
---*/
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (trail:AwsCloudTrailTrail)
  WHERE (trail.account = account.id OR trail.is_organization_trail = true)
    AND trail.is_multi_region = true AND trail.is_logging = true
    AND trail.logs_management_reads = true AND trail.logs_management_writes = true
}
RETURN account AS resource, {expected: 'a trail of all regions that is on'} AS evidence
