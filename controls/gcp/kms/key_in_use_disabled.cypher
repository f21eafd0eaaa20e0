/*---
title: A key that resources are encrypted with is not switched off
resource: GcpCryptoKey
severity: high
policy: gcp-key-management
why: >-
  Without the version that encrypts, what depends on the key can't be read or written, and stops.
applies: |
  MATCH (key:GcpCryptoKey)
  WHERE EXISTS { (:Resource)-[:ENCRYPTED_BY]->(key) }
  RETURN key AS resource
fix:
  console: >-
    Key Management > {ring_name} > {name} > Versions > the primary version > Enable, or Restore
    where it is to be destroyed.
  cli: |
    version=$(gcloud kms keys describe {name} --keyring {ring_name} --location {region} \
      --project {account} --format 'value(primary.name.basename())')
    # restore before enable, where it is to be destroyed
    gcloud kms keys versions enable "$version" --key {name} --keyring {ring_name} \
      --location {region} --project {account}
  terraform: |
    resource "google_kms_crypto_key_version" "this" {
      crypto_key = google_kms_crypto_key.this.id
      state      = "ENABLED"
    }
---*/
MATCH (key:GcpCryptoKey)
WHERE key.primary_state <> 'ENABLED' AND EXISTS { (:Resource)-[:ENCRYPTED_BY]->(key) }
RETURN key AS resource, {expected: 'ENABLED', actual: key.primary_state} AS evidence
