/*---
title: Replication groups are encrypted at rest
resource: AwsElasticacheReplicationGroup
severity: medium
policy: aws-encryption
also: {prowler: [elasticache_redis_cluster_rest_encryption_enabled]}
why: What a cache holds is written to disks when it is copied or backed up, in clear without it.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Actions > Backup; then Backups > that one >
    Restore > Encryption at rest > Enable > Create; let clients use the new one, delete {name}.
  cli: |
    aws elasticache create-snapshot --region {region} --replication-group-id {name} \
      --snapshot-name {name}-clear
    # once it is there:
    aws elasticache create-replication-group --region {region} --snapshot-name {name}-clear \
      --replication-group-id "${NEW:?a name for the new one}" --at-rest-encryption-enabled \
      --replication-group-description "encrypted at rest" --cache-node-type {node_type} \
      --cache-subnet-group-name "${SUBNET_GROUP:?the one that {name} is in}" --engine {engine}
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      at_rest_encryption_enabled = true # makes another one
      kms_key_id                 = var.kms_key_arn
    }
---*/
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.is_encrypted = false
RETURN group AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
