/*---
title: Replication groups outlive the failure of a zone
resource: AwsElasticacheReplicationGroup
severity: medium
policy: aws-data-resilience
also:
  prowler:
    - elasticache_redis_cluster_multi_az_enabled
    - elasticache_redis_cluster_automatic_failover_enabled
why: Without members in several zones and failover, a zone that fails takes the cache with it.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Modify > Multi-AZ and Auto-failover >
    Enable > Apply immediately; add a replica in another zone first where there is none.
  cli: |
    aws elasticache increase-replica-count --region {region} --replication-group-id {name} \
      --new-replica-count 1 --apply-immediately # where there is none
    aws elasticache modify-replication-group --region {region} --replication-group-id {name} \
      --automatic-failover-enabled --multi-az-enabled --apply-immediately
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      automatic_failover_enabled = true
      multi_az_enabled           = true
      num_cache_clusters         = 2
    }
---*/
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.is_multi_az = false OR group.fails_over = false
RETURN group AS resource, {
  is_multi_az: group.is_multi_az,
  fails_over: group.fails_over
} AS evidence
