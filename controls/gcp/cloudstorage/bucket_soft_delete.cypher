/*---
title: Deleted objects can be restored for a while
resource: GcpStorageBucket
severity: medium
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_bucket_soft_delete_enabled]}
why: >-
  Where soft delete was switched off, what is deleted is gone at once, with all its versions.
fix:
  console: Cloud Storage > {name} > Protection > Soft delete policy > Edit > 7 days > Save.
  cli: gcloud storage buckets update gs://{name} --soft-delete-duration 7d
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      soft_delete_policy {
        retention_duration_seconds = 604800
      }
    }
---*/
WITH 604800 AS min_seconds
MATCH (bucket:GcpStorageBucket)
WHERE bucket.soft_delete_seconds < min_seconds
RETURN bucket AS resource, {
  expected_seconds: min_seconds, actual_seconds: bucket.soft_delete_seconds
} AS evidence
