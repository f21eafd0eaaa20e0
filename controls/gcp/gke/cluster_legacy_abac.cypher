/*---
title: Kubernetes clusters grant permissions by role alone
resource: GcpGkeCluster
severity: high
policy: gcp-kubernetes
why: >-
  With the older way on (ABAC), every account in the cluster may do everything, and roles take
  nothing from it.
fix:
  console: Kubernetes Engine > {name} > Security > Legacy authorization > Disable > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --no-enable-legacy-authorization
  terraform: |
    resource "google_container_cluster" "this" {
      name               = "{name}"
      location           = "{location}"
      enable_legacy_abac = false
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.legacy_abac = true
RETURN cluster AS resource, {expected: false, actual: cluster.legacy_abac} AS evidence
