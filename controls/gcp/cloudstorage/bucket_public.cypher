/*---
title: Buckets let nobody in whom they do not know
resource: GcpStorageBucket
severity: critical
policy: gcp-storage-exposure
mandates: {cis-gcp-4.0: ["5.1"]}
also: {prowler: [cloudstorage_bucket_public_access]}
why: A public bucket hands its objects to anyone who learns its name.
fix:
  console: >-
    Cloud Storage > {name} > Permissions > Public access > Prevent public access > Confirm.
  cli: gcloud storage buckets update gs://{name} --public-access-prevention
  terraform: |
    resource "google_storage_bucket" "this" {
      name                     = "{name}"
      location                 = "{region}"
      public_access_prevention = "enforced"
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE (bucket.public_access_prevention IS NULL OR bucket.public_access_prevention <> 'enforced')
  AND (
    size(bucket.public_roles) > 0
    OR size(bucket.public_acl) > 0 AND (bucket.uniform_access IS NULL OR NOT bucket.uniform_access)
  )
RETURN bucket AS resource, {
  policy_gives_anyone: bucket.public_roles, lists_give_anyone: bucket.public_acl
} AS evidence
