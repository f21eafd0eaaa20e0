/*---
title: Databases refuse connections in clear text
resource: AwsRdsInstance
severity: medium
policy: aws-encryption-in-transit
also: {prowler: [rds_instance_transport_encrypted]}
why: Passwords and rows that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    RDS > Parameter groups > the group of {name}, a copy where it is a default one > Edit > set
    rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1 >
    Save changes.
  cli: |
    # a default group can't be changed: make one with create-db-parameter-group, and give it to the
    # database with modify-db-instance --db-parameter-group-name
    parameter="${PARAMETER:?rds.force_ssl or require_secure_transport}"
    aws rds modify-db-parameter-group --region {region} \
      --db-parameter-group-name "${GROUP:?the parameter group of {name}}" \
      --parameters ParameterName="$parameter",ParameterValue=1,ApplyMethod=pending-reboot
    aws rds reboot-db-instance --region {region} --db-instance-identifier {name}
  terraform: |
    resource "aws_db_parameter_group" "this" {
      family = var.family # such as postgres17
      parameter {
        name         = "rds.force_ssl" # MySQL and MariaDB: require_secure_transport
        value        = "1"
        apply_method = "pending-reboot"
      }
    }
    resource "aws_db_instance" "this" {
      # ...
      parameter_group_name = aws_db_parameter_group.this.name
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.requires_tls IS NOT NULL
  RETURN instance AS resource
---*/
MATCH (instance:AwsRdsInstance)
WHERE instance.requires_tls = false
RETURN instance AS resource, {
  expected: 'TLS only',
  actual: 'clear text is taken',
  engine: instance.engine
} AS evidence
