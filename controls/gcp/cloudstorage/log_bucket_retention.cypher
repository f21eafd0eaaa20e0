/*---
title: A bucket of logs keeps them for as long as is said, and nobody can make that shorter
resource: GcpStorageBucket
severity: medium
policy: gcp-storage-exposure
why: Whoever covers traces deletes logs first. A locked retention stands against owners too.
applies: |
  MATCH (bucket:GcpStorageBucket)
  WHERE EXISTS { (:GcpStorageBucket)-[:LOGS_TO]->(bucket) }
  RETURN bucket AS resource
fix:
  console: >-
    Cloud Storage > {name} > Protection > Bucket retention policy > Set > 90 days > Save > Lock.
    A lock can't be taken away.
  cli: |
    gcloud storage buckets update gs://{name} --retention-period 90d
    gcloud storage buckets update gs://{name} --lock-retention-period # can't be taken away
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      retention_policy {
        retention_period = 7776000
        is_locked        = true # can't be taken away
      }
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE EXISTS { (:GcpStorageBucket)-[:LOGS_TO]->(bucket) }
  AND (bucket.retention_is_locked IS NULL OR bucket.retention_is_locked = false)
RETURN bucket AS resource, {
  expected: 'locked', retention_seconds: bucket.retention_seconds,
  is_locked: bucket.retention_is_locked
} AS evidence
