/*---
title: Security Hub is switched on in every region
resource: AwsRegion
severity: medium
policy: aws-detection
mandates: {cis-aws-6.0: ["5.16"]}
also: {prowler: [securityhub_enabled]}
why: >-
  It brings what GuardDuty, Inspector, Macie and others find to one place, where somebody looks at
  it.
fix:
  console: In Security Hub in {region}, Go to Security Hub, choose standards, Enable Security Hub.
  cli: aws securityhub enable-security-hub --region {region} --enable-default-standards
  terraform: |
    # In a provider for {region}:
    resource "aws_securityhub_account" "this" {}
applies: >-
  MATCH (region:AwsRegion) WHERE region.has_security_hub IS NOT NULL RETURN region AS resource
---*/
MATCH (region:AwsRegion)
WHERE region.has_security_hub = false
RETURN region AS resource, {expected: 'on', actual: 'off'} AS evidence
