/*---
title: Nodes prove what they are before they join a Kubernetes cluster
resource: GcpGkeCluster
severity: medium
policy: gcp-kubernetes
why: >-
  Otherwise what a pod learns from its node's metadata is enough to join as a node and be given
  secrets.
applies: MATCH (cluster:GcpGkeCluster) WHERE cluster.is_autopilot = false RETURN cluster AS resource
fix:
  console: Kubernetes Engine > {name} > Security > Shielded GKE nodes > Enable > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --enable-shielded-nodes
  terraform: |
    resource "google_container_cluster" "this" {
      name                  = "{name}"
      location              = "{location}"
      enable_shielded_nodes = true
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.is_autopilot = false AND cluster.shielded_nodes = false
RETURN cluster AS resource, {expected: true, actual: cluster.shielded_nodes} AS evidence
