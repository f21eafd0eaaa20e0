/*---
title: Snapshots of databases are shared with known accounts only
resource: AwsRdsSnapshot
severity: high
policy: aws-images-and-snapshots
why: Whoever runs that account can restore the snapshot and read every table in it.
fix:
  console: >-
    RDS > Snapshots > {name} > Actions > Share snapshot > delete each AWS account that you do not
    know > Save.
  cli: |
    aws rds modify-db-snapshot-attribute --region {region} \
      --db-snapshot-identifier {name} --attribute-name restore \
      --values-to-remove "${ACCOUNT:?the account to take off}"
  terraform: |
    resource "aws_db_snapshot" "this" {
      # ...
      shared_accounts = var.known_accounts
    }
---*/
MATCH (snapshot:AwsRdsSnapshot)-[:SHARED_WITH]->(account:Resource)
WHERE NOT EXISTS {
  MATCH (known:AwsAccount)
  WHERE known.uid = account.uid
}
WITH snapshot, account ORDER BY account.uid
RETURN snapshot AS resource, {shared_with: collect(account.uid)} AS evidence
