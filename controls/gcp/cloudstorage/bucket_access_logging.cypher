/*---
title: What is asked of a bucket is logged
resource: GcpStorageBucket
severity: low
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_bucket_logging_enabled]}
why: >-
  Requests without an account, which Google's audit logs leave out, are written down nowhere else.
applies: |
  MATCH (bucket:GcpStorageBucket)
  WHERE NOT EXISTS { (:GcpStorageBucket)-[:LOGS_TO]->(bucket) }
  RETURN bucket AS resource
fix:
  console: >-
    Usage logs are set by command: gcloud storage buckets update gs://{name} --log-bucket.
  cli: |
    # cloud-storage-analytics@google.com must be allowed to create objects in the bucket of logs
    gcloud storage buckets update gs://{name} --log-bucket "gs://${LOGS:?the bucket of logs}"
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      logging {
        log_bucket = google_storage_bucket.logs.name
      }
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE NOT EXISTS { (bucket)-[:LOGS_TO]->(:Resource) }
  AND NOT EXISTS { (:GcpStorageBucket)-[:LOGS_TO]->(bucket) }
RETURN bucket AS resource, {expected: 'a bucket of logs', actual: 'none'} AS evidence
