/*---
title: A version of a key is destroyed a week after it was asked for, or later
resource: GcpCryptoKey
severity: medium
policy: gcp-key-management
why: With the last version goes all that it encrypted. Until then a mistake can be taken back.
applies: MATCH (key:GcpCryptoKey) WHERE key.is_import_only = false RETURN key AS resource
fix:
  console: >-
    The time is set when a key is made: Key Management > {ring_name} > Create key > Scheduled for
    destruction duration > 30 days. Encrypt with the new one from then on.
  cli: |
    # it can't be changed: make a key to use in its place
    gcloud kms keys create "${NEW:?name of the new key}" --keyring {ring_name} \
      --location {region} --project {account} --purpose encryption \
      --destroy-scheduled-duration 30d
  terraform: |
    resource "google_kms_crypto_key" "this" {
      name                       = var.new_name
      key_ring                   = google_kms_key_ring.this.id
      destroy_scheduled_duration = "2592000s"
    }
---*/
WITH 604800 AS min_seconds
MATCH (key:GcpCryptoKey)
WHERE key.is_import_only = false AND key.destroyed_after_seconds < min_seconds
RETURN key AS resource, {
  expected_seconds: min_seconds, actual_seconds: key.destroyed_after_seconds
} AS evidence
