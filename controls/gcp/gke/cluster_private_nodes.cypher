/*---
title: Nodes of Kubernetes clusters have no addresses of the internet
resource: GcpGkeCluster
severity: medium
policy: gcp-kubernetes
why: >-
  A node with such an address is one wrong firewall rule away from everyone, with all its pods.
fix:
  console: >-
    Kubernetes Engine > {name} > Networking > Private nodes > Enable > Save. Nodes are made anew;
    they need Cloud NAT to reach the internet.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --enable-private-nodes
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      private_cluster_config {
        enable_private_nodes = true
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.has_private_nodes = false
RETURN cluster AS resource, {expected: true, actual: cluster.has_private_nodes} AS evidence
