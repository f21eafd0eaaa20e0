/*---
title: GuardDuty is set up in every region
resource: AwsRegion
severity: high
policy: aws-detection
also: {prowler: [guardduty_is_enabled]}
why: >-
  GuardDuty sees stolen keys, miners and callers from odd places without anything to install; but
  only in regions where it is on, those you do not use above all.
fix:
  console: In GuardDuty in {region}, Get started, Enable GuardDuty.
  cli: aws guardduty create-detector --region {region} --enable
  terraform: |
    # In a provider for {region}:
    resource "aws_guardduty_detector" "this" {
      enable = true
    }
applies: >-
  MATCH (region:AwsRegion) WHERE region.has_guardduty IS NOT NULL RETURN region AS resource
---*/
MATCH (region:AwsRegion)
WHERE region.has_guardduty = false
RETURN region AS resource, {expected: 'a detector'} AS evidence
