/*---
title: Pods do not get at their node's credentials
resource: GcpGkeNodePool
severity: high
policy: gcp-kubernetes
why: >-
  A node's metadata hands out tokens of its account. A pod that was taken over, or that only fetches
  addresses it is given, hands them on.
fix:
  console: >-
    Kubernetes Engine > {cluster_name} > Nodes > {name} > Edit > Security > Enable GKE Metadata
    Server > Save.
  cli: >-
    gcloud container node-pools update {name} --cluster {cluster_name} --location {location}
    --project {account} --workload-metadata GKE_METADATA
  terraform: |
    resource "google_container_node_pool" "this" {
      name     = "{name}"
      cluster  = "{cluster_name}"
      location = "{location}"
      node_config {
        workload_metadata_config {
          mode = "GKE_METADATA"
        }
      }
    }
---*/
MATCH (pool:GcpGkeNodePool)
WHERE pool.metadata_mode IS NULL OR pool.metadata_mode = 'GCE_METADATA'
  OR pool.legacy_endpoints = true
RETURN pool AS resource, {
  expected: 'GKE_METADATA', actual: pool.metadata_mode, legacy_endpoints: pool.legacy_endpoints
} AS evidence
