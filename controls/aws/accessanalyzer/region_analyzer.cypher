/*---
title: An access analyzer for outsiders is at work in every region
resource: AwsRegion
severity: low
policy: aws-detection
mandates: {cis-aws-6.0: ["2.19"]}
also: {prowler: [accessanalyzer_enabled]}
why: >-
  It reads every policy and tells which bucket, role, key or queue somebody outside can reach. It
  costs nothing.
fix:
  console: >-
    In IAM, Access analyzer in {region}, Create analyzer, External access analysis, Create analyzer.
  cli: >-
    aws accessanalyzer create-analyzer --region {region} --analyzer-name external --type ACCOUNT
  terraform: |
    # In a provider for {region}:
    resource "aws_accessanalyzer_analyzer" "external" {
      analyzer_name = "external"
      type          = "ACCOUNT"
    }
applies: >-
  MATCH (region:AwsRegion) WHERE region.has_access_analyzer IS NOT NULL RETURN region AS resource
---*/
MATCH (region:AwsRegion)
WHERE region.has_access_analyzer = false
RETURN region AS resource, {expected: 'an analyzer for access from outside'} AS evidence
