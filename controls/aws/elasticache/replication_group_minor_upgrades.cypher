/*---
title: Replication groups install minor versions of their engine by themselves
resource: AwsElasticacheReplicationGroup
severity: medium
policy: aws-updates
also: {prowler: [elasticache_redis_cluster_auto_minor_version_upgrades]}
why: Minor versions close security holes; where somebody has to think of it, they stay open.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Modify > Maintenance > Auto upgrade minor
    versions > Enable > Apply immediately.
  cli: >-
    aws elasticache modify-replication-group --region {region} --replication-group-id {name}
    --auto-minor-version-upgrade --apply-immediately
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      auto_minor_version_upgrade = true
    }
---*/
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.upgrades_minor_versions = false
RETURN group AS resource, {
  expected: 'minor versions are installed',
  actual: 'they are not'
} AS evidence
