/*---
title: Tables can be restored to any point of the last days
resource: AwsDynamodbTable
severity: medium
policy: aws-data-resilience
also: {prowler: [dynamodb_tables_pitr_enabled]}
why: What a wrong program or a thief overwrites or deletes in a table is gone without it.
fix:
  console: >-
    DynamoDB > Tables > {name} > Backups > Point-in-time recovery > Edit > Turn on > Save changes.
  cli: >-
    aws dynamodb update-continuous-backups --region {region} --table-name {name}
    --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true
  terraform: |
    resource "aws_dynamodb_table" "this" {
      # ...
      point_in_time_recovery {
        enabled = true
      }
    }
---*/
MATCH (table:AwsDynamodbTable)
WHERE table.has_point_in_time_recovery = false
RETURN table AS resource, {expected: 'point-in-time recovery', actual: 'none'} AS evidence
