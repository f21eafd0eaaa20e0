/*---
title: Snapshots of databases are for chosen accounts only
resource: AwsRdsSnapshot
severity: critical
policy: aws-images-and-snapshots
also: {prowler: [rds_snapshots_public_access]}
why: Anyone can restore a public snapshot and read every table in it.
fix:
  console: >-
    RDS > Snapshots > {name} > Actions > Share snapshot > DB snapshot visibility > Private > Save.
  cli: >-
    aws rds modify-db-snapshot-attribute --region {region} --db-snapshot-identifier {name}
    --attribute-name restore --values-to-remove all
  terraform: |
    resource "aws_db_snapshot" "this" {
      # ...
      shared_accounts = [] # without "all"
    }
---*/
MATCH (snapshot:AwsRdsSnapshot)
WHERE snapshot.is_public = true
RETURN snapshot AS resource, {expected: 'not public', actual: 'public'} AS evidence
