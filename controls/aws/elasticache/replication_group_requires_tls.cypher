/*---
title: Replication groups refuse clients in clear text
resource: AwsElasticacheReplicationGroup
severity: medium
policy: aws-encryption-in-transit
also: {prowler: [elasticache_redis_cluster_in_transit_encryption_enabled]}
why: Sessions, tokens and passwords pass through caches, there to read for whoever is on the way.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Modify > Encryption in transit > Enable,
    mode Preferred > Apply immediately; let all clients use TLS, then set the mode to Required.
  cli: |
    aws elasticache modify-replication-group --region {region} --replication-group-id {name} \
      --transit-encryption-enabled --transit-encryption-mode preferred --apply-immediately
    # let all clients use TLS, then:
    aws elasticache modify-replication-group --region {region} --replication-group-id {name} \
      --transit-encryption-mode required --apply-immediately
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      transit_encryption_enabled = true
      transit_encryption_mode    = "required" # by way of "preferred"
    }
---*/
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.requires_tls = false
RETURN group AS resource, {expected: 'TLS only', actual: 'clear text is taken'} AS evidence
