/*---
title: Nodes start only what is signed
resource: GcpGkeNodePool
severity: low
policy: gcp-kubernetes
why: What is put below the system of a node sees all its pods, and no scan of them sees it.
fix:
  console: >-
    It is chosen when a pool is made: Kubernetes Engine > {cluster_name} > Add node pool >
    Security > Secure boot. Then delete {name}.
  cli: |
    gcloud container node-pools create "${NEW:?name of the new pool}" --cluster {cluster_name} \
      --location {location} --project {account} --shielded-secure-boot \
      --shielded-integrity-monitoring
    gcloud container node-pools delete {name} --cluster {cluster_name} --location {location} \
      --project {account}
  terraform: |
    resource "google_container_node_pool" "this" {
      name     = "{name}"
      cluster  = "{cluster_name}"
      location = "{location}"
      node_config {
        shielded_instance_config {
          enable_secure_boot          = true
          enable_integrity_monitoring = true
        }
      }
    }
---*/
MATCH (pool:GcpGkeNodePool)
WHERE pool.secure_boot = false
RETURN pool AS resource, {expected: true, actual: false, image: pool.image_type} AS evidence
