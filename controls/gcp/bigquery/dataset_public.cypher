/*---
title: Datasets let nobody in whom they do not know
resource: GcpBigQueryDataset
severity: critical
policy: gcp-data-exposure
mandates: {cis-gcp-4.0: ["7.1"]}
also: {prowler: [bigquery_dataset_public_access]}
why: Anyone with a Google account, or without one, then reads all tables of the dataset.
fix:
  console: >-
    BigQuery > {name} > Sharing > Permissions > take allUsers and allAuthenticatedUsers away.
  cli: |
    bq show --format prettyjson {account}:{name} > dataset.json
    # take the entries of allUsers and allAuthenticatedUsers out of "access", then
    bq update --source dataset.json {account}:{name}
  terraform: |
    resource "google_bigquery_dataset" "this" {
      dataset_id = "{name}"
      location   = "{region}"
      access { # these entries take the place of all that is there
        role          = "OWNER"
        special_group = "projectOwners"
      }
      access {
        role           = "READER"
        group_by_email = var.readers # a group; never special_group = "allAuthenticatedUsers"
      }
    }
---*/
MATCH (dataset:GcpBigQueryDataset)
WHERE size(dataset.public_roles) > 0 OR size(dataset.public_access) > 0
RETURN dataset AS resource, {
  policy_gives_anyone: dataset.public_roles, list_gives_anyone: dataset.public_access
} AS evidence
