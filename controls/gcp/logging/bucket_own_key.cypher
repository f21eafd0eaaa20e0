/*---
title: Log buckets are encrypted with keys of the company's own
resource: GcpLogBucket
severity: low
policy: gcp-encryption
why: Logs hold names, addresses and mistakes. Who holds the key decides who may read them.
fix:
  console: >-
    Logging > Log storage of {account} > Create log bucket with a customer-managed key; lead the
    sinks of {name} there. A bucket that has no key can't be given one.
  cli: |
    gcloud logging buckets create "${NEW:?name of a new bucket}" --project {account} \
      --location "${LOCATION:?region of the key}" \
      --cmek-kms-key-name "${KEY:?projects/.../cryptoKeys/...}"
  terraform: |
    resource "google_logging_project_bucket_config" "this" {
      project        = "{account}"
      location       = var.key_region
      bucket_id      = var.new_name
      retention_days = 365
      cmek_settings {
        kms_key_name = var.kms_key
      }
    }
applies: MATCH (bucket:GcpLogBucket) WHERE bucket.is_required = false RETURN bucket AS resource
---*/
MATCH (bucket:GcpLogBucket)
WHERE bucket.is_required = false AND NOT EXISTS { (bucket)-[:ENCRYPTED_BY]->() }
RETURN bucket AS resource, {expected: 'a key of your own'} AS evidence
