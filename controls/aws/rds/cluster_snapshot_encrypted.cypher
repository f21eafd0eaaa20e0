/*---
title: Snapshots of database clusters are encrypted
resource: AwsRdsClusterSnapshot
severity: medium
policy: aws-encryption
also: {prowler: [rds_snapshots_encrypted]}
why: A snapshot in clear is readable to whoever it is shared with, by purpose or by mistake.
fix:
  console: >-
    RDS > Snapshots > {name} > Actions > Restore snapshot > Enable encryption > Restore; take a
    snapshot of the new cluster, then delete that cluster and {name}.
  cli: |
    # a copy of a cluster's snapshot stays in clear: restore it with a key, and take another
    aws rds restore-db-cluster-from-snapshot --region {region} --engine {engine} \
      --db-cluster-identifier "${CLUSTER:?a name for the new cluster}" \
      --db-subnet-group-name "${SUBNET_GROUP:?where to make it}" \
      --snapshot-identifier {name} --kms-key-id alias/aws/rds
    aws rds wait db-cluster-available --region {region} --db-cluster-identifier "$CLUSTER"
    aws rds create-db-cluster-snapshot --region {region} --db-cluster-identifier "$CLUSTER" \
      --db-cluster-snapshot-identifier "$CLUSTER-encrypted"
  terraform: |
    resource "aws_rds_cluster" "this" {
      # ...
      snapshot_identifier = "{uid}"
      storage_encrypted   = true
      kms_key_id          = var.kms_key_arn
    }
---*/
MATCH (snapshot:AwsRdsClusterSnapshot)
WHERE snapshot.is_encrypted = false
RETURN snapshot AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
