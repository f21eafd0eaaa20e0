/*---
title: GuardDuty watches sign-ins to databases
resource: AwsGuarddutyDetector
severity: medium
policy: aws-detection
also: {prowler: [guardduty_rds_protection_enabled]}
why: Passwords of databases are guessed and stolen too; this sees the odd sign-in.
fix:
  console: In GuardDuty in {region}, RDS Protection, Enable.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name} --features
    Name=RDS_LOGIN_EVENTS,Status=ENABLED
  terraform: |
    resource "aws_guardduty_detector_feature" "this" {
      detector_id = "{name}"
      name        = "RDS_LOGIN_EVENTS"
      status      = "ENABLED"
    }
applies: >-
  MATCH (detector:AwsGuarddutyDetector) WHERE detector.is_enabled = true RETURN detector AS resource
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = true AND NOT 'RDS_LOGIN_EVENTS' IN detector.features
RETURN detector AS resource, {on: detector.features, expected: 'RDS_LOGIN_EVENTS'} AS evidence
