/*---
title: Replication groups ask clients who they are
resource: AwsElasticacheReplicationGroup
severity: high
policy: aws-data-exposure
also: {prowler: [elasticache_redis_replication_group_auth_enabled]}
why: Without a password or users, whoever reaches the cache may read, change and empty it.
fix:
  console: >-
    ElastiCache > Redis OSS or Valkey caches > {name} > Modify > Access control > User group access
    control list > choose a group > Apply immediately. Encryption in transit has to be on.
  cli: >-
    aws elasticache modify-replication-group --region {region} --replication-group-id {name}
    --user-group-ids-to-add "${USER_GROUP:?a group of users}" --apply-immediately
  terraform: |
    resource "aws_elasticache_replication_group" "this" {
      # ...
      transit_encryption_enabled = true
      user_group_ids             = [aws_elasticache_user_group.this.user_group_id]
    }
---*/
MATCH (group:AwsElasticacheReplicationGroup)
WHERE group.has_auth_token = false
  AND NOT EXISTS { (group)-[:HAS_USER_GROUP]->(:Resource) }
RETURN group AS resource, {expected: 'a password or users', actual: 'neither'} AS evidence
