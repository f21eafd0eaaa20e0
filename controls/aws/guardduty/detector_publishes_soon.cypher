/*---
title: GuardDuty tells soon what is new of a finding
resource: AwsGuarddutyDetector
severity: low
policy: aws-detection
why: >-
  The first time, a finding is told within minutes. That it goes on, or gets worse, is told as
  seldom as you say: six hours are long in an attack.
fix:
  console: >-
    In GuardDuty in {region}, Settings, Findings export options, Update frequency, choose 15
    minutes.
  cli: >-
    aws guardduty update-detector --region {region} --detector-id {name}
    --finding-publishing-frequency FIFTEEN_MINUTES
  terraform: |
    resource "aws_guardduty_detector" "this" {
      enable                       = true
      finding_publishing_frequency = "FIFTEEN_MINUTES"
    }
---*/
WITH ['FIFTEEN_MINUTES', 'ONE_HOUR'] AS soon
MATCH (detector:AwsGuarddutyDetector)
WHERE NOT detector.finding_frequency IN soon
RETURN detector AS resource, {actual: detector.finding_frequency, expected: soon} AS evidence
