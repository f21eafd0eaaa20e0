/*---
title: Databases are encrypted at rest
resource: AwsRdsInstance
severity: high
policy: aws-encryption
mandates: {cis-aws-6.0: ["3.2.1"]}
also: {prowler: [rds_instance_storage_encrypted]}
why: Disks, backups and snapshots of a database in clear are readable to whoever gets hold of one.
fix:
  console: >-
    RDS > Databases > {name} > Actions > Take snapshot; then Snapshots > that one > Actions > Copy
    snapshot > Enable encryption > Copy; then restore the copy, move clients to it, delete {name}.
  cli: |
    aws rds create-db-snapshot --region {region} --db-instance-identifier {name} \
      --db-snapshot-identifier {name}-clear
    aws rds wait db-snapshot-available --region {region} --db-snapshot-identifier {name}-clear
    aws rds copy-db-snapshot --region {region} --source-db-snapshot-identifier {name}-clear \
      --target-db-snapshot-identifier {name}-encrypted --kms-key-id alias/aws/rds
    aws rds wait db-snapshot-available --region {region} --db-snapshot-identifier {name}-encrypted
    aws rds restore-db-instance-from-db-snapshot --region {region} \
      --db-instance-identifier {name}-encrypted --db-snapshot-identifier {name}-encrypted \
      --db-subnet-group-name "${SUBNET_GROUP:?the one that {name} is in}"
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      storage_encrypted   = true # makes another database
      kms_key_id          = var.kms_key_arn
      snapshot_identifier = "{name}-encrypted" # the encrypted copy of a snapshot
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.is_cluster_member = false
  RETURN instance AS resource
---*/
// Members of a cluster have no storage of their own: see cluster_encrypted.
MATCH (instance:AwsRdsInstance)
WHERE instance.is_encrypted = false
  AND instance.is_cluster_member = false
RETURN instance AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
