/*---
title: Buckets keep earlier versions of their objects
resource: GcpStorageBucket
severity: low
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_bucket_versioning_enabled]}
why: What is overwritten by mistake, or by somebody else, is there in its earlier version.
applies: |
  MATCH (bucket:GcpStorageBucket)
  WHERE bucket.retention_seconds IS NULL
  RETURN bucket AS resource
fix:
  console: Cloud Storage > {name} > Protection > Object versioning > Turn on > Confirm.
  cli: gcloud storage buckets update gs://{name} --versioning
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      versioning {
        enabled = true
      }
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE bucket.versioning = false AND bucket.retention_seconds IS NULL
RETURN bucket AS resource, {expected: true, actual: bucket.versioning} AS evidence
