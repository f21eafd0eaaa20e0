/*---
title: Database clusters keep their backups for a week or longer
resource: AwsRdsCluster
severity: medium
policy: aws-data-resilience
why: Damage that is noticed after the last backup is gone stays.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Backup retention period > 7 days or more > Continue >
    Apply immediately > Modify cluster.
  cli: >-
    aws rds modify-db-cluster --region {region} --db-cluster-identifier {name}
    --backup-retention-period 7 --apply-immediately
  terraform: |
    resource "aws_rds_cluster" "this" {
      # ...
      backup_retention_period = 7
    }
---*/
WITH 7 AS min_days
MATCH (cluster:AwsRdsCluster)
WHERE cluster.backup_retention_days < min_days
RETURN cluster AS resource, {
  expected_days: min_days,
  actual_days: cluster.backup_retention_days
} AS evidence
