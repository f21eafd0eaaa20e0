/*---
title: Databases have no public address
resource: AwsRdsInstance
severity: high
policy: aws-data-exposure
mandates: {cis-aws-6.0: ["3.2.3"]}
also: {prowler: [rds_instance_no_public_access]}
why: With a public address, one open rule is all that stands between the internet and a password.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Connectivity > Additional configuration > Not publicly
    accessible > Continue > Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --no-publicly-accessible --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" { # of a cluster: aws_rds_cluster_instance
      # ...
      publicly_accessible = false
    }
---*/
MATCH (instance:AwsRdsInstance)
WHERE instance.is_publicly_accessible = true
RETURN instance AS resource, {
  expected: 'no public address',
  actual: 'publicly accessible',
  address: instance.address
} AS evidence
