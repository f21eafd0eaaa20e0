/*---
title: Databases can't be deleted by mistake
resource: AwsRdsInstance
severity: medium
policy: aws-data-resilience
also: {prowler: [rds_instance_deletion_protection]}
why: With a database that is deleted, its automated backups may go too.
fix:
  console: >-
    RDS > Databases > {name} > Modify > tick Enable deletion protection > Continue > Apply
    immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --deletion-protection --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      deletion_protection = true
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.is_cluster_member = false
  RETURN instance AS resource
---*/
// The data of a member is its cluster's: see cluster_deletion_protection.
MATCH (instance:AwsRdsInstance)
WHERE instance.is_deletion_protected = false
  AND instance.is_cluster_member = false
RETURN instance AS resource, {expected: 'protected', actual: 'not protected'} AS evidence
