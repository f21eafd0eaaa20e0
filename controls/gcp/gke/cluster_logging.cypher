/*---
title: What happens in a Kubernetes cluster is logged
resource: GcpGkeCluster
severity: medium
policy: gcp-kubernetes
why: A pod's own log goes with the pod; without a copy nobody can tell what it did.
fix:
  console: Kubernetes Engine > {name} > Features > Logging > System, Workloads > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --logging SYSTEM,WORKLOAD
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      logging_config {
        enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.logging = 'none'
RETURN cluster AS resource, {expected: 'Cloud Logging', actual: cluster.logging} AS evidence
