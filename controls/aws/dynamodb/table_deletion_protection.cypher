/*---
title: Tables can't be deleted by mistake
resource: AwsDynamodbTable
severity: medium
policy: aws-data-resilience
also: {prowler: [dynamodb_table_deletion_protection_enabled]}
why: One call deletes a table with all its items.
fix:
  console: >-
    DynamoDB > Tables > {name} > Additional settings > Deletion protection > Turn on > Confirm.
  cli: >-
    aws dynamodb update-table --region {region} --table-name {name} --deletion-protection-enabled
  terraform: |
    resource "aws_dynamodb_table" "this" {
      # ...
      deletion_protection_enabled = true
    }
---*/
MATCH (table:AwsDynamodbTable)
WHERE table.is_deletion_protected = false
RETURN table AS resource, {expected: 'protected', actual: 'not protected'} AS evidence
