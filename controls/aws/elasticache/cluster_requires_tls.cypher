/*---
title: Cache clusters refuse clients in clear text
resource: AwsElasticacheCluster
severity: medium
policy: aws-encryption-in-transit
why: Sessions, tokens and passwords pass through caches, there to read for whoever is on the way.
fix:
  console: >-
    ElastiCache > Memcached caches > Create cache > Encryption in transit > Enable > Create; let
    clients use it with TLS, then delete {name}.
  cli: |
    aws elasticache create-cache-cluster --region {region} --engine {engine} \
      --cache-cluster-id "${NEW:?a name for the new one}" --transit-encryption-enabled \
      --cache-node-type {node_type} --num-cache-nodes {node_count} \
      --cache-subnet-group-name "${SUBNET_GROUP:?the one that {name} is in}"
    # let clients use it with TLS, then:
    aws elasticache delete-cache-cluster --region {region} --cache-cluster-id {name}
  terraform: |
    resource "aws_elasticache_cluster" "this" {
      # ...
      transit_encryption_enabled = true # makes another one
    }
applies: |
  MATCH (cluster:AwsElasticacheCluster)
  WHERE cluster.is_group_member = false
  RETURN cluster AS resource
---*/
// What members of a replication group do is set on the group: see replication_group_requires_tls.
MATCH (cluster:AwsElasticacheCluster)
WHERE cluster.requires_tls = false
  AND cluster.is_group_member = false
RETURN cluster AS resource, {
  expected: 'TLS only',
  actual: 'clear text is taken',
  engine: cluster.engine
} AS evidence
