/*---
title: Secrets of a Kubernetes cluster are encrypted with a key of one's own
resource: GcpGkeCluster
severity: medium
policy: gcp-encryption
why: >-
  A copy of the cluster's store holds all its secrets; encrypted, they are worth nothing without the
  key.
fix:
  console: >-
    Kubernetes Engine > {name} > Security > Application-layer secrets encryption > Enable, choose a
    key > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --database-encryption-key "${KEY:?projects/.../cryptoKeys/... in {region}}"
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      database_encryption {
        state    = "ENCRYPTED"
        key_name = google_kms_crypto_key.this.id
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.secrets_encrypted = false
RETURN cluster AS resource, {expected: true, actual: cluster.secrets_encrypted} AS evidence
