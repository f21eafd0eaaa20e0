/*---
title: Buckets that logs are copied to keep them, and nobody can change that
resource: GcpStorageBucket
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.3"]}
also: {prowler: [cloudstorage_bucket_log_retention_policy_lock]}
why: >-
  An intruder with enough permissions deletes the log of how they got them, unless not even the
  owner can.
fix:
  console: >-
    Cloud Storage > {name} > Protection > Set retention policy, for as long as logs have to be kept,
    then Lock. A lock can't be undone.
  cli: |
    gcloud storage buckets update gs://{name} --retention-period "${PERIOD:?for example 1y}"
    gcloud storage buckets update gs://{name} --lock-retention-period # can't be undone
  terraform: |
    resource "google_storage_bucket" "logs" {
      name     = "{name}"
      location = "{region}"
      retention_policy {
        retention_period = 31536000
        is_locked        = true # can't be undone
      }
    }
applies: |
  MATCH (bucket:GcpStorageBucket)
  WHERE EXISTS { (bucket)<-[:SENDS_TO]-(:GcpLogSink) }
  RETURN bucket AS resource
---*/
MATCH (bucket:GcpStorageBucket)
WHERE EXISTS { (bucket)<-[:SENDS_TO]-(:GcpLogSink) }
  AND coalesce(bucket.retention_is_locked, false) = false
RETURN bucket AS resource, {
  expected: 'a locked retention policy', seconds: bucket.retention_seconds
} AS evidence
