/*---
title: Log buckets keep entries for a year
resource: GcpLogBucket
severity: low
policy: gcp-logging
why: Intruders are found after months. By then a log that keeps 30 days has forgotten them.
fix:
  console: Logging > Log storage of {account} > {name} > Edit bucket > Retention period > 365 days.
  cli: >-
    gcloud logging buckets update {name} --location {region} --project {account}
    --retention-days 365
  terraform: |
    resource "google_logging_project_bucket_config" "this" {
      project        = "{account}"
      location       = "{region}"
      bucket_id      = "{name}"
      retention_days = 365
    }
applies: MATCH (bucket:GcpLogBucket) WHERE bucket.is_required = false RETURN bucket AS resource
---*/
WITH 365 AS min_days
MATCH (bucket:GcpLogBucket)
WHERE bucket.is_required = false AND bucket.retention_days < min_days
RETURN bucket AS resource, {expected: min_days, actual: bucket.retention_days} AS evidence
