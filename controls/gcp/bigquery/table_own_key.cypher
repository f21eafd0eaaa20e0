/*---
title: Tables are encrypted with a key of one's own
resource: GcpBigQueryTable
severity: low
policy: gcp-encryption
mandates: {cis-gcp-4.0: ["7.2"]}
also: {prowler: [bigquery_table_cmk_encryption]}
why: Taking the key away closes the table at once, for everyone who may read it.
applies: |
  WITH ['TABLE', 'MATERIALIZED_VIEW', 'SNAPSHOT', 'CLONE'] AS holding_data
  MATCH (table:GcpBigQueryTable)
  WHERE table.kind IN holding_data
  RETURN table AS resource
fix:
  console: >-
    A table's key is chosen when it is written: copy {name} to itself by a query whose settings name
    a key under Encryption.
  cli: >-
    bq cp --force --destination_kms_key "${KEY:?projects/.../cryptoKeys/... in {region}}"
    {account}:{dataset_name}.{name} {account}:{dataset_name}.{name}
  terraform: |
    resource "google_bigquery_table" "this" {
      dataset_id = "{dataset_name}"
      table_id   = "{name}"
      encryption_configuration {
        kms_key_name = google_kms_crypto_key.this.id
      }
    }
---*/
WITH ['TABLE', 'MATERIALIZED_VIEW', 'SNAPSHOT', 'CLONE'] AS holding_data
MATCH (table:GcpBigQueryTable)
WHERE table.kind IN holding_data AND NOT EXISTS { (table)-[:ENCRYPTED_BY]->(:Resource) }
RETURN table AS resource, {expected: 'a key of Cloud KMS', actual: 'a key of Google'} AS evidence
