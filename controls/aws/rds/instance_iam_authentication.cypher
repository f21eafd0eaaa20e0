/*---
title: Users can sign in to databases with IAM
resource: AwsRdsInstance
severity: low
policy: aws-data-exposure
also: {prowler: [rds_instance_iam_authentication_enabled]}
why: Without it every user has a password that lives long, in places that nobody lists.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Database authentication > Password and IAM database
    authentication > Continue > Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --enable-iam-database-authentication --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      iam_database_authentication_enabled = true
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.engine IN ['mariadb', 'mysql', 'postgres']
    AND instance.is_cluster_member = false
  RETURN instance AS resource
---*/
// Other engines know no IAM; users of a cluster are the cluster's.
MATCH (instance:AwsRdsInstance)
WHERE instance.authenticates_with_iam = false
  AND instance.engine IN ['mariadb', 'mysql', 'postgres']
  AND instance.is_cluster_member = false
RETURN instance AS resource, {expected: 'passwords and IAM', actual: 'passwords only'} AS evidence
