/*---
title: Secrets are encrypted with keys of the company's own
resource: GcpSecret
severity: low
policy: gcp-encryption
why: >-
  Google's keys open for whoever has a role on the secret. A key of one's own is a second lock, with
  a log of its own, that can be closed.
fix:
  console: >-
    Security > Secret Manager of {account} > {name} > Edit secret > Encryption > Customer-managed
    key, of each region that has it; then New version, as old ones stay as they are.
  cli: |
    gcloud secrets replication update {name} --project {account} \
      --set-kms-key "${KEY:?projects/.../cryptoKeys/...}" # with --location for each region chosen
    gcloud secrets versions add {name} --project {account} --data-file "${FILE:?its value}"
  terraform: |
    resource "google_secret_manager_secret" "this" {
      project   = "{account}"
      secret_id = "{name}"
      replication {
        auto {
          customer_managed_encryption {
            kms_key_name = var.kms_key
          }
        }
      }
    }
---*/
MATCH (secret:GcpSecret)
WHERE secret.is_own_key = false
RETURN secret AS resource, {
  expected: 'a key of your own', regions: secret.replica_regions
} AS evidence
