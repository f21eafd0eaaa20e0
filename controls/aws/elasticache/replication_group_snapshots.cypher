/*---
title: Replication groups keep their snapshots for a week or longer
resource: AwsElasticacheReplicationGroup
severity: low
policy: aws-data-resilience
also: {prowler: [elasticache_redis_cluster_backup_enabled]}
why: A cache that is lost or emptied comes back from a snapshot, or slowly and under load.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Modify > Backup > Enable automatic backups >
    7 days or more > Apply immediately.
  cli: >-
    aws elasticache modify-replication-group --region {region} --replication-group-id {name}
    --snapshot-retention-limit 7 --apply-immediately
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      snapshot_retention_limit = 7
    }
---*/
WITH 7 AS min_days
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.snapshot_retention_days < min_days
RETURN group AS resource, {
  expected_days: min_days,
  actual_days: group.snapshot_retention_days
} AS evidence
