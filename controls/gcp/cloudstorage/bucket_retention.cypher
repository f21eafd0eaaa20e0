/*---
title: Objects can't be deleted for 90 days
resource: GcpStorageBucket
severity: low
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_bucket_sufficient_retention_period]}
why: Whoever gets in with an owner's account can then take a copy, and not the data.
fix:
  console: >-
    Cloud Storage > {name} > Protection > Bucket retention policy > Set > 90 days > Save.
  cli: gcloud storage buckets update gs://{name} --retention-period 90d
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      retention_policy {
        retention_period = 7776000
      }
    }
---*/
WITH 7776000 AS min_seconds
MATCH (bucket:GcpStorageBucket)
WHERE bucket.retention_seconds IS NULL OR bucket.retention_seconds < min_seconds
RETURN bucket AS resource, {
  expected_seconds: min_seconds, actual_seconds: bucket.retention_seconds
} AS evidence
