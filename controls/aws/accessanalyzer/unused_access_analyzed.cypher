/*---
title: Somebody looks for access that nobody uses
resource: AwsAccount
severity: info
policy: aws-privileges
why: >-
  Roles, keys and permissions pile up. What nobody has used for months can go before somebody else
  finds it.
fix:
  console: >-
    In IAM, Access analyzer, Create analyzer, Unused access analysis, 90 days, Create analyzer. AWS
    charges for each role and user.
  cli: >-
    aws accessanalyzer create-analyzer --analyzer-name unused --type ACCOUNT_UNUSED_ACCESS
    --configuration '{"unusedAccess":{"unusedAccessAge":90}}'
  terraform: |
    resource "aws_accessanalyzer_analyzer" "unused" {
      analyzer_name = "unused"
      type          = "ACCOUNT_UNUSED_ACCESS"
      configuration {
        unused_access {
          unused_access_age = 90
        }
      }
    }
---*/
WITH 180 AS max_days
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (analyzer:AwsAccessAnalyzer)
  WHERE (analyzer.account = account.id OR analyzer.type = 'ORGANIZATION_UNUSED_ACCESS')
    AND analyzer.status = 'ACTIVE' AND analyzer.unused_after_days <= max_days
}
RETURN account AS resource, {expected: 'an analyzer of unused access'} AS evidence
