/*---
title: Databases install minor versions of their engine by themselves
resource: AwsRdsInstance
severity: medium
policy: aws-updates
mandates: {cis-aws-6.0: ["3.2.2"]}
also: {prowler: [rds_instance_minor_version_upgrade_enabled]}
why: Minor versions close security holes; where somebody has to think of it, they stay open.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Maintenance > tick Enable auto minor version upgrade >
    Continue > Apply immediately > Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --auto-minor-version-upgrade --apply-immediately
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      auto_minor_version_upgrade = true
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.engine <> 'docdb' AND NOT instance.engine STARTS WITH 'custom-'
  RETURN instance AS resource
---*/
// DocumentDB takes the setting and ignores it; on RDS Custom it has to be off.
MATCH (instance:AwsRdsInstance)
WHERE instance.upgrades_minor_versions = false
  AND instance.engine <> 'docdb'
  AND NOT instance.engine STARTS WITH 'custom-'
RETURN instance AS resource, {
  expected: 'minor versions are installed',
  actual: 'they are not',
  version: instance.engine_version
} AS evidence
