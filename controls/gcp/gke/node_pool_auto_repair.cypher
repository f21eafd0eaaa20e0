/*---
title: Nodes that fail are made anew
resource: GcpGkeNodePool
severity: low
policy: gcp-kubernetes
why: A node that hangs takes its pods out of service until somebody sees it.
fix:
  console: >-
    Kubernetes Engine > {cluster_name} > Nodes > {name} > Edit > Enable auto-repair > Save.
  cli: >-
    gcloud container node-pools update {name} --cluster {cluster_name} --location {location}
    --project {account} --enable-autorepair
  terraform: |
    resource "google_container_node_pool" "this" {
      name     = "{name}"
      cluster  = "{cluster_name}"
      location = "{location}"
      management {
        auto_repair  = true
        auto_upgrade = true
      }
    }
---*/
MATCH (pool:GcpGkeNodePool)
WHERE pool.auto_repair = false
RETURN pool AS resource, {expected: true, actual: false, status: pool.status} AS evidence
