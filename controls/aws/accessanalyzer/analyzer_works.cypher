/*---
title: Access analyzers are at work
resource: AwsAccessAnalyzer
severity: low
policy: aws-detection
why: >-
  One that failed or was switched off finds nothing more, mostly because the organisation or its
  delegated administrator changed.
fix:
  console: >-
    In IAM, Access analyzer in {region}, Analyzer settings, delete {name} and create it again, from
    an account that may.
  cli: |
    aws accessanalyzer delete-analyzer --region {region} --analyzer-name {name}
    aws accessanalyzer create-analyzer --region {region} --analyzer-name {name} --type {type}
  terraform: |
    resource "aws_accessanalyzer_analyzer" "this" {
      analyzer_name = "{name}"
      type          = "{type}"
    }
---*/
MATCH (analyzer:AwsAccessAnalyzer)
WHERE analyzer.status IN ['FAILED', 'DISABLED']
RETURN analyzer AS resource,
  {status: analyzer.status, reason: analyzer.status_reason} AS evidence
