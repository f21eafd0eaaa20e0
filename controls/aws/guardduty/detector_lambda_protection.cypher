/*---
title: GuardDuty watches where functions connect to
resource: AwsGuarddutyDetector
severity: medium
policy: aws-detection
also: {prowler: [guardduty_lambda_protection_enabled]}
why: A function whose code or libraries were tampered with talks to somebody it should not.
fix:
  console: In GuardDuty in {region}, Lambda Protection, Enable.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name} --features
    Name=LAMBDA_NETWORK_LOGS,Status=ENABLED
  terraform: |
    resource "aws_guardduty_detector_feature" "this" {
      detector_id = "{name}"
      name        = "LAMBDA_NETWORK_LOGS"
      status      = "ENABLED"
    }
applies: >-
  MATCH (detector:AwsGuarddutyDetector) WHERE detector.is_enabled = true RETURN detector AS resource
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = true AND NOT 'LAMBDA_NETWORK_LOGS' IN detector.features
RETURN detector AS resource, {on: detector.features, expected: 'LAMBDA_NETWORK_LOGS'} AS evidence
