/*---
title: Log buckets that sinks were made for are locked
resource: GcpLogBucket
severity: low
policy: gcp-logging
why: >-
  Whoever may change the bucket can have its entries forgotten within a day, unless a lock forbids
  that to everyone.
fix:
  console: Logging > Log storage of {account} > {name} > Lock bucket. It can't be undone.
  cli: >-
    gcloud logging buckets update {name} --location {region} --project {account} --locked
  terraform: |
    resource "google_logging_project_bucket_config" "this" {
      project        = "{account}"
      location       = "{region}"
      bucket_id      = "{name}"
      retention_days = var.retention_days
      locked         = true # can't be undone
    }
---*/
WITH ['_Default', '_Required'] AS buckets_of_all_projects
MATCH (bucket:GcpLogBucket)
WHERE bucket.is_locked = false AND NOT bucket.name IN buckets_of_all_projects
  AND EXISTS { (bucket)<-[:SENDS_TO]-(:GcpLogSink) }
RETURN bucket AS resource, {expected: 'locked', days: bucket.retention_days} AS evidence
