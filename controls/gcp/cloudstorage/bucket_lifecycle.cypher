/*---
title: Buckets move or delete what is old
resource: GcpStorageBucket
severity: low
policy: gcp-storage-exposure
also: {prowler: [cloudstorage_bucket_lifecycle_management_enabled]}
why: Data that nobody needs any more costs, and is lost with the rest when somebody gets in.
fix:
  console: Cloud Storage > {name} > Lifecycle > Add a rule > Delete object > Age > Create.
  cli: |
    echo '{"rule": [{"action": {"type": "Delete"}, "condition": {"age": 365}}]}' > lifecycle.json
    gcloud storage buckets update gs://{name} --lifecycle-file lifecycle.json
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      lifecycle_rule {
        condition {
          age = 365
        }
        action {
          type = "Delete"
        }
      }
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE bucket.lifecycle_rules < 1
RETURN bucket AS resource, {expected: 'a rule at least', actual: bucket.lifecycle_rules} AS evidence
