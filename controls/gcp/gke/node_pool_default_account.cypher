/*---
title: Nodes act with an account made for them
resource: GcpGkeNodePool
severity: high
policy: gcp-kubernetes
also: {prowler: [gke_cluster_no_default_service_account]}
why: >-
  Compute Engine's own account may edit the whole project, unless that was taken from it; a node
  needs to write logs and read images.
fix:
  console: >-
    A pool's account is chosen when it is made: Kubernetes Engine > {cluster_name} > Add node pool >
    Security > Service account. Then delete {name}.
  cli: |
    # the account needs roles/container.defaultNodeServiceAccount
    gcloud container node-pools create "${NEW:?name of the new pool}" --cluster {cluster_name} \
      --location {location} --project {account} --service-account "${NODES:?the account's e-mail}"
    gcloud container node-pools delete {name} --cluster {cluster_name} --location {location} \
      --project {account}
  terraform: |
    resource "google_container_node_pool" "this" {
      name     = "{name}"
      cluster  = "{cluster_name}"
      location = "{location}"
      node_config {
        service_account = google_service_account.nodes.email
      }
    }
---*/
MATCH (pool:GcpGkeNodePool)
WHERE pool.uses_default_account = true
RETURN pool AS resource, {
  expected: 'an account of its own', actual: 'the account of Compute Engine', scopes: pool.scopes
} AS evidence
