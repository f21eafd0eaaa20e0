/*---
title: The API of a Kubernetes cluster is not open to the whole internet
resource: GcpGkeCluster
severity: high
policy: gcp-kubernetes
why: Whoever reaches the API needs only one stolen token, or one flaw in it, to decide what runs.
fix:
  console: >-
    Kubernetes Engine > {name} > Control plane networking > Edit > Authorized networks > the
    addresses that need it > Save.
  cli: >-
    gcloud container clusters update {name} --location {location} --project {account}
    --enable-master-authorized-networks
    --master-authorized-networks "${BLOCKS:?the addresses that need it, with commas between}"
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      master_authorized_networks_config {
        cidr_blocks {
          cidr_block = var.office # never 0.0.0.0/0
        }
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.is_endpoint_public = true
  AND (
    cluster.limits_endpoint = false
    OR any(block IN cluster.authorized_networks WHERE block ENDS WITH '/0')
  )
RETURN cluster AS resource, {
  expected: 'private, or known addresses only', actual: cluster.authorized_networks,
  is_limited: cluster.limits_endpoint
} AS evidence
