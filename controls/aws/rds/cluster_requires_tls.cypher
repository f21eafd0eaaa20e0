/*---
title: Database clusters refuse connections in clear text
resource: AwsRdsCluster
severity: medium
policy: aws-encryption-in-transit
why: Passwords and rows that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    RDS > Parameter groups > the cluster group of {name}, a copy where it is a default one > Edit >
    set rds.force_ssl (PostgreSQL) to 1, require_secure_transport (MySQL) to ON or tls (DocumentDB)
    to enabled > Save changes.
  cli: |
    # a default group can't be changed: make one with create-db-cluster-parameter-group, and give it
    # to the cluster with modify-db-cluster --db-cluster-parameter-group-name
    parameter="${PARAMETER:?rds.force_ssl, require_secure_transport or tls}"
    value="${VALUE:?1, ON or enabled}"
    aws rds modify-db-cluster-parameter-group --region {region} \
      --db-cluster-parameter-group-name "${GROUP:?the cluster parameter group of {name}}" \
      --parameters ParameterName="$parameter",ParameterValue="$value",ApplyMethod=pending-reboot
  terraform: |
    resource "aws_rds_cluster_parameter_group" "this" {
      family = var.family # such as aurora-postgresql16
      parameter {
        name         = "rds.force_ssl" # MySQL: require_secure_transport = ON
        value        = "1"
        apply_method = "pending-reboot"
      }
    }
    resource "aws_rds_cluster" "this" {
      # ...
      db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
    }
applies: |
  MATCH (cluster:AwsRdsCluster)
  WHERE cluster.requires_tls IS NOT NULL
  RETURN cluster AS resource
---*/
MATCH (cluster:AwsRdsCluster)
WHERE cluster.requires_tls = false
RETURN cluster AS resource, {
  expected: 'TLS only',
  actual: 'clear text is taken',
  engine: cluster.engine
} AS evidence
