/*---
title: Databases have a standby in another zone
resource: AwsRdsInstance
severity: medium
policy: aws-data-resilience
mandates: {cis-aws-6.0: ["3.2.4"]}
also: {prowler: [rds_instance_multi_az]}
why: A zone that fails takes a database without a standby with it, until a backup is restored.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Availability & durability > Create a standby instance >
    Continue > Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name} --multi-az
    --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      multi_az = true
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.is_cluster_member = false
  RETURN instance AS resource
---*/
// Members of a cluster stand in for each other: see cluster_multi_az.
MATCH (instance:AwsRdsInstance)
WHERE instance.is_multi_az = false
  AND instance.is_cluster_member = false
RETURN instance AS resource, {expected: 'several zones', actual: 'one'} AS evidence
