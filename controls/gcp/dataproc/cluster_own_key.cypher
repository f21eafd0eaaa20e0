/*---
title: Dataproc clusters are encrypted with a key of one's own
resource: GcpDataprocCluster
severity: low
policy: gcp-encryption
mandates: {cis-gcp-4.0: ["8.1"]}
also: {prowler: [dataproc_encrypted_with_cmks_disabled]}
why: >-
  The disks hold what jobs read, and what was left between two of them. Taking the key away closes
  them for everyone.
fix:
  console: >-
    The key is chosen when a cluster is made: Dataproc > Create cluster > Manage security >
    Encryption > Cloud KMS key. Then delete {name}.
  cli: |
    gcloud dataproc clusters create "${NEW:?name of the new cluster}" --region {region} \
      --project {account} --gce-pd-kms-key "${KEY:?projects/.../cryptoKeys/... in {region}}"
    gcloud dataproc clusters delete {name} --region {region} --project {account}
  terraform: |
    resource "google_dataproc_cluster" "this" {
      name   = "{name}"
      region = "{region}"
      cluster_config {
        encryption_config {
          kms_key_name = google_kms_crypto_key.this.id
        }
      }
    }
---*/
MATCH (cluster:GcpDataprocCluster)
WHERE NOT EXISTS { (cluster)-[:ENCRYPTED_BY]->(:Resource) }
RETURN cluster AS resource, {expected: 'a key of Cloud KMS', actual: 'a key of Google'} AS evidence
