/*---
title: Policies between the pods of a Kubernetes cluster are enforced
resource: GcpGkeCluster
severity: medium
policy: gcp-kubernetes
why: >-
  Without enforcement a pod that was taken over reaches every other one, and policies that were
  written do nothing.
applies: MATCH (cluster:GcpGkeCluster) WHERE cluster.is_autopilot = false RETURN cluster AS resource
fix:
  console: >-
    Kubernetes Engine > {name} > Networking > Calico network policy > Enable for the control plane,
    then for the nodes > Save.
  cli: |
    gcloud container clusters update {name} --location {location} --project {account} \
      --update-addons NetworkPolicy=ENABLED
    gcloud container clusters update {name} --location {location} --project {account} \
      --enable-network-policy
  terraform: |
    resource "google_container_cluster" "this" {
      name              = "{name}"
      location          = "{location}"
      datapath_provider = "ADVANCED_DATAPATH" # makes it anew; older: network_policy
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.is_autopilot = false AND cluster.network_policies = false
RETURN cluster AS resource, {expected: true, actual: cluster.network_policies} AS evidence
