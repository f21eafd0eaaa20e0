/*---
title: Keys get a new version every 90 days
resource: GcpCryptoKey
severity: medium
policy: gcp-key-management
mandates: {cis-gcp-4.0: ["1.10"]}
also: {prowler: [kms_key_rotation_max_90_days]}
why: The less data one version protects, the less is lost with it.
applies: |
  MATCH (key:GcpCryptoKey)
  WHERE key.purpose = 'ENCRYPT_DECRYPT' AND key.primary_state = 'ENABLED'
    AND key.is_import_only = false
    AND (key.protection_level IS NULL OR NOT key.protection_level STARTS WITH 'EXTERNAL')
  RETURN key AS resource
fix:
  console: >-
    Key Management > {ring_name} > {name} > Edit rotation period > 90 days > Save.
  cli: |
    # the first of the new versions comes tomorrow
    gcloud kms keys update {name} --keyring {ring_name} --location {region} --project {account} \
      --rotation-period 90d --next-rotation-time "$(date -u -d tomorrow +%FT%TZ)"
  terraform: |
    resource "google_kms_crypto_key" "this" {
      name            = "{name}"
      key_ring        = google_kms_key_ring.this.id
      rotation_period = "7776000s"
    }
---*/
WITH 90 AS max_days
MATCH (key:GcpCryptoKey)
WHERE key.purpose = 'ENCRYPT_DECRYPT' AND key.primary_state = 'ENABLED'
  AND key.is_import_only = false
  AND (key.protection_level IS NULL OR NOT key.protection_level STARTS WITH 'EXTERNAL')
  AND (
    key.rotation_seconds IS NULL
    OR datetime() + duration({seconds: key.rotation_seconds})
       > datetime() + duration({days: max_days})
    OR key.next_rotation_at > datetime() + duration({days: max_days})
  )
RETURN key AS resource, {
  expected_days: max_days, rotation_seconds: key.rotation_seconds, next: key.next_rotation_at
} AS evidence
