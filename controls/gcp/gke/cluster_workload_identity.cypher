/*---
title: Workloads in a Kubernetes cluster have identities of their own
resource: GcpGkeCluster
severity: medium
policy: gcp-kubernetes
why: >-
  Without them, each pod acts with the account of its node, and may do whatever any pod there needs.
applies: MATCH (cluster:GcpGkeCluster) WHERE cluster.is_autopilot = false RETURN cluster AS resource
fix:
  console: Kubernetes Engine > {name} > Security > Workload Identity > Enable > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --workload-pool {account}.svc.id.goog
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      workload_identity_config {
        workload_pool = "{account}.svc.id.goog"
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.is_autopilot = false AND cluster.workload_pool IS NULL
RETURN cluster AS resource, {expected: 'a workload pool', actual: 'none'} AS evidence
