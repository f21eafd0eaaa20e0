/*---
title: A trail records reads of objects in all buckets
resource: AwsAccount
severity: low
policy: aws-logging
mandates: {cis-aws-6.0: ["4.9"]}
also: {prowler: [cloudtrail_s3_dataevents_read_enabled]}
why: Management events tell who changed a bucket; only data events tell who took what is in it.
fix:
  console: >-
    In CloudTrail, open the account's trail, Data events, Edit, add S3 with all current and future
    buckets and read events.
  cli: |
    aws cloudtrail put-event-selectors --trail-name "$TRAIL_ARN" --advanced-event-selectors \
      '[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
        {"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},
          {"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]'
  terraform: |
    resource "aws_cloudtrail" "account" {
      event_selector {
        read_write_type = "All" # or ReadOnly
        data_resource {
          type   = "AWS::S3::Object"
          values = ["arn:{partition}:s3"]
        }
      }
    }
---*/
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (trail:AwsCloudTrailTrail)
  WHERE (trail.account = account.id OR trail.is_organization_trail = true)
    AND trail.is_multi_region = true AND trail.is_logging = true
    AND trail.logs_s3_object_reads = true
}
RETURN account AS resource, {expected: 'reads of objects in all buckets are logged'} AS evidence
