/*---
title: GuardDuty watches what runs on machines and in containers
resource: AwsGuarddutyDetector
severity: medium
policy: aws-detection
also: {prowler: [guardduty_runtime_monitoring_enabled]}
why: From outside, a process that should not be there shows only when it calls somebody.
fix:
  console: In GuardDuty in {region}, Runtime Monitoring, Enable.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name} --features
    Name=RUNTIME_MONITORING,Status=ENABLED
  terraform: |
    resource "aws_guardduty_detector_feature" "this" {
      detector_id = "{name}"
      name        = "RUNTIME_MONITORING"
      status      = "ENABLED"
    }
applies: >-
  MATCH (detector:AwsGuarddutyDetector) WHERE detector.is_enabled = true RETURN detector AS resource
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = true AND NOT 'RUNTIME_MONITORING' IN detector.features
RETURN detector AS resource, {on: detector.features, expected: 'RUNTIME_MONITORING'} AS evidence
