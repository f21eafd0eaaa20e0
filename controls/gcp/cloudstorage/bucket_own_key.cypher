/*---
title: Buckets encrypt new objects with a key of one's own
resource: GcpStorageBucket
severity: low
policy: gcp-encryption
why: Taking the key away closes all objects at once, for everyone who may read the bucket.
fix:
  console: >-
    Cloud Storage > {name} > Configuration > Default encryption key type > Edit > Cloud KMS key >
    Save. Objects that are there stay as they are until they are written anew.
  cli: >-
    gcloud storage buckets update gs://{name}
    --default-encryption-key "${KEY:?projects/.../cryptoKeys/... in {region}}"
  terraform: |
    resource "google_storage_bucket" "this" {
      name     = "{name}"
      location = "{region}"
      encryption {
        default_kms_key_name = google_kms_crypto_key.this.id
      }
    }
---*/
MATCH (bucket:GcpStorageBucket)
WHERE NOT EXISTS { (bucket)-[:ENCRYPTED_BY]->(:Resource) }
RETURN bucket AS resource, {expected: 'a key of Cloud KMS', actual: 'a key of Google'} AS evidence
