/*---
title: Databases keep their backups for a week or longer
resource: AwsRdsInstance
severity: medium
policy: aws-data-resilience
also: {prowler: [rds_instance_backup_enabled]}
why: Damage that is noticed after the last backup is gone stays.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Backup retention period > 7 days or more > Continue >
    Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --backup-retention-period 7 --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      backup_retention_period = 7
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.is_cluster_member = false
    AND instance.is_replica = false
  RETURN instance AS resource
---*/
// What a replica or a member of a cluster holds is backed up where it comes from.
WITH 7 AS min_days
MATCH (instance:AwsRdsInstance)
WHERE instance.backup_retention_days < min_days
  AND instance.is_cluster_member = false
  AND instance.is_replica = false
RETURN instance AS resource, {
  expected_days: min_days,
  actual_days: instance.backup_retention_days
} AS evidence
