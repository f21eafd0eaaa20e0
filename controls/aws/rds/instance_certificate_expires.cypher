/*---
title: Certificates of databases are renewed in time
resource: AwsRdsInstance
severity: high
policy: aws-updates
also: {prowler: [rds_instance_certificate_expiration]}
why: >-
  Once it has expired, clients that check certificates can't connect, and those that were told not
  to check any more talk to anyone.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Connectivity > Certificate authority > rds-ca-rsa2048-g1 >
    Continue > Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" { # of a cluster: aws_rds_cluster_instance
      # ...
      ca_cert_identifier = "rds-ca-rsa2048-g1"
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.certificate_expires_at IS NOT NULL
  RETURN instance AS resource
---*/
WITH 30 AS min_days
MATCH (instance:AwsRdsInstance)
WHERE instance.certificate_expires_at < datetime() + duration({days: min_days})
RETURN instance AS resource, {
  expires: instance.certificate_expires_at,
  certificate_authority: instance.certificate_authority
} AS evidence
