/*---
title: GuardDuty is not suspended
resource: AwsGuarddutyDetector
severity: high
policy: aws-detection
also: {prowler: [guardduty_is_enabled]}
why: >-
  A suspended detector sees nothing, and to those who only look whether there is one, all is well.
fix:
  console: In GuardDuty in {region}, Settings, Re-enable GuardDuty.
  cli: aws guardduty update-detector --region {region} --detector-id {name} --enable
  terraform: |
    resource "aws_guardduty_detector" "this" {
      enable = true
    }
---*/
MATCH (detector:AwsGuarddutyDetector)
WHERE detector.is_enabled = false
RETURN detector AS resource, {expected: 'on', actual: 'suspended'} AS evidence
