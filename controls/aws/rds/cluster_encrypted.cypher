/*---
title: Database clusters are encrypted at rest
resource: AwsRdsCluster
severity: high
policy: aws-encryption
mandates: {cis-aws-6.0: ["3.2.1"]}
also: {prowler: [rds_cluster_storage_encrypted]}
why: Disks, backups and snapshots of a cluster in clear are readable to whoever gets hold of one.
fix:
  console: >-
    RDS > Databases > {name} > Actions > Take snapshot; then Snapshots > that one > Actions >
    Restore snapshot > Enable encryption > Restore; move clients to the new cluster, delete {name}.
  cli: |
    aws rds create-db-cluster-snapshot --region {region} --db-cluster-identifier {name} \
      --db-cluster-snapshot-identifier {name}-clear
    aws rds wait db-cluster-snapshot-available --region {region} \
      --db-cluster-snapshot-identifier {name}-clear
    aws rds restore-db-cluster-from-snapshot --region {region} --engine {engine} \
      --db-cluster-identifier {name}-encrypted --snapshot-identifier {name}-clear \
      --db-subnet-group-name "${SUBNET_GROUP:?the one that {name} is in}" \
      --kms-key-id alias/aws/rds
    aws rds create-db-instance --region {region} --engine {engine} \
      --db-cluster-identifier {name}-encrypted --db-instance-identifier {name}-encrypted-1 \
      --db-instance-class "${CLASS:?such as db.r7g.large}"
  terraform: |
    resource "aws_rds_cluster" "this" {
      # ...
      storage_encrypted   = true # makes another cluster
      kms_key_id          = var.kms_key_arn
      snapshot_identifier = "{name}-clear" # a snapshot of this one
    }
---*/
MATCH (cluster:AwsRdsCluster)
WHERE cluster.is_encrypted = false
RETURN cluster AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
