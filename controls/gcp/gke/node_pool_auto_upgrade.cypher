/*---
title: Nodes are brought to newer versions
resource: GcpGkeNodePool
severity: medium
policy: gcp-kubernetes
why: A node that stays behind keeps the flaws that were mended in its cluster.
fix:
  console: >-
    Kubernetes Engine > {cluster_name} > Nodes > {name} > Edit > Enable node auto-upgrade > Save.
  cli: >-
    gcloud container node-pools update {name} --cluster {cluster_name} --location {location}
    --project {account} --enable-autoupgrade
  terraform: |
    resource "google_container_node_pool" "this" {
      name     = "{name}"
      cluster  = "{cluster_name}"
      location = "{location}"
      management {
        auto_upgrade = true
        auto_repair  = true
      }
    }
---*/
MATCH (pool:GcpGkeNodePool)
WHERE pool.auto_upgrade = false
RETURN pool AS resource, {expected: true, actual: false, version: pool.version} AS evidence
