/*---
title: GuardDuty watches what is done with objects in S3
resource: AwsGuarddutyDetector
severity: medium
policy: aws-detection
also: {prowler: [guardduty_s3_protection_enabled]}
why: Somebody who copies whole buckets, or opens them, does so by calls that only this looks at.
fix:
  console: In GuardDuty in {region}, S3 Protection, Enable.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name} --features
    Name=S3_DATA_EVENTS,Status=ENABLED
  terraform: |
    resource "aws_guardduty_detector_feature" "this" {
      detector_id = "{name}"
      name        = "S3_DATA_EVENTS"
      status      = "ENABLED"
    }
applies: >-
  MATCH (detector:AwsGuarddutyDetector) WHERE detector.is_enabled = true RETURN detector AS resource
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = true AND NOT 'S3_DATA_EVENTS' IN detector.features
RETURN detector AS resource, {on: detector.features, expected: 'S3_DATA_EVENTS'} AS evidence
