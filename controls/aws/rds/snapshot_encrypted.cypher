/*---
title: Snapshots of databases are encrypted
resource: AwsRdsSnapshot
severity: medium
policy: aws-encryption
also: {prowler: [rds_snapshots_encrypted]}
why: A snapshot in clear is readable to whoever it is shared with, by purpose or by mistake.
fix:
  console: >-
    RDS > Snapshots > {name} > Actions > Copy snapshot > Enable encryption > Copy snapshot, then
    delete {name}.
  cli: >-
    aws rds copy-db-snapshot --region {region} --source-db-snapshot-identifier {name}
    --target-db-snapshot-identifier "${COPY:?a name for the copy}" --kms-key-id alias/aws/rds
  terraform: |
    resource "aws_db_snapshot_copy" "this" {
      source_db_snapshot_identifier = "{uid}"
      target_db_snapshot_identifier = var.copy_name
      kms_key_id                    = var.kms_key_arn
    }
---*/
MATCH (snapshot:AwsRdsSnapshot)
WHERE snapshot.is_encrypted = false
RETURN snapshot AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
