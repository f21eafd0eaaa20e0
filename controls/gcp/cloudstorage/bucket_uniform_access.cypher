/*---
title: Only policies say who may read a bucket's objects
resource: GcpStorageBucket
severity: medium
policy: gcp-storage-exposure
mandates: {cis-gcp-4.0: ["5.2"]}
also: {prowler: [cloudstorage_bucket_uniform_bucket_level_access]}
why: >-
  A list on a single object opens it, whatever the bucket's policy says, and nobody looks at each
  object.
fix:
  console: >-
    Cloud Storage > {name} > Permissions > Access control > Switch to uniform > Save. What lists
    allow is then allowed no more.
  cli: gcloud storage buckets update gs://{name} --uniform-bucket-level-access
  terraform: |
    resource "google_storage_bucket" "this" {
      name                        = "{name}"
      location                    = "{region}"
      uniform_bucket_level_access = true
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE bucket.uniform_access IS NULL OR bucket.uniform_access = false
RETURN bucket AS resource, {expected: true, actual: bucket.uniform_access} AS evidence
