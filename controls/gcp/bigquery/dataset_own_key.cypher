/*---
title: Datasets have a key of one's own for new tables
resource: GcpBigQueryDataset
severity: low
policy: gcp-encryption
mandates: {cis-gcp-4.0: ["7.3"]}
also: {prowler: [bigquery_dataset_cmk_encryption]}
why: A table whose maker names no key gets the dataset's, and without that one of Google's.
fix:
  console: >-
    BigQuery > {name} > Details > Edit > Default encryption > Cloud KMS key > Save. Tables that are
    there keep their keys.
  cli: >-
    bq update --default_kms_key "${KEY:?projects/.../cryptoKeys/... in {region}}" {account}:{name}
  terraform: |
    resource "google_bigquery_dataset" "this" {
      dataset_id = "{name}"
      location   = "{region}"
      default_encryption_configuration {
        kms_key_name = google_kms_crypto_key.this.id
      }
    }
---*/
MATCH (dataset:GcpBigQueryDataset)
WHERE NOT EXISTS { (dataset)-[:ENCRYPTED_BY]->(:Resource) }
RETURN dataset AS resource, {expected: 'a key of Cloud KMS', actual: 'a key of Google'} AS evidence
