/*---
title: Tables let nobody in whom they do not know
resource: GcpBigQueryTable
severity: critical
policy: gcp-data-exposure
why: A table has its own policy, by which it may be open to everyone while its dataset is closed.
fix:
  console: >-
    BigQuery > {dataset_name} > {name} > Share > Manage permissions > take allUsers and
    allAuthenticatedUsers away.
  cli: |
    bq get-iam-policy {account}:{dataset_name}.{name} # shows who has which role
    for member in allUsers allAuthenticatedUsers; do
      bq remove-iam-policy-binding --table --member "$member" \
        --role "${ROLE:?the role that anyone has}" {account}:{dataset_name}.{name}
    done
  terraform: |
    resource "google_bigquery_table_iam_binding" "this" {
      dataset_id = "{dataset_name}"
      table_id   = "{name}"
      role       = "roles/bigquery.dataViewer"
      members    = var.readers # never allUsers, allAuthenticatedUsers
    }
---*/
MATCH (table:GcpBigQueryTable)
WHERE size(table.public_roles) > 0
RETURN table AS resource, {expected: 'nobody', actual: table.public_roles} AS evidence
