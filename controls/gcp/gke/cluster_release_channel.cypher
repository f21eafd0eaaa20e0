/*---
title: Kubernetes clusters are in a release channel
resource: GcpGkeCluster
severity: low
policy: gcp-kubernetes
why: A cluster in none keeps its version, and the flaws in it, until somebody thinks of it.
fix:
  console: Kubernetes Engine > {name} > Upgrades > Release channel > Regular > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --release-channel regular
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      release_channel {
        channel = "REGULAR"
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.release_channel IS NULL
RETURN cluster AS resource, {expected: 'a channel', version: cluster.version} AS evidence
