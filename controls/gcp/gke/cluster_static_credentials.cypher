/*---
title: Kubernetes clusters are signed in to with Google accounts alone
resource: GcpGkeCluster
severity: high
policy: gcp-kubernetes
why: >-
  A password or certificate of the cluster is everyone's who has seen it: it asks for no second
  factor, is written down nowhere, and can't be taken from one person.
applies: |
  MATCH (cluster:GcpGkeCluster)
  WHERE cluster.basic_auth IS NOT NULL OR cluster.client_certificate IS NOT NULL
  RETURN cluster AS resource
fix:
  console: >-
    Kubernetes Engine > {name} > Security > Basic authentication and Client certificate > Disable. A
    certificate that was issued stays good until credentials are rotated.
  cli: |
    gcloud container clusters update {name} --location {location} --project {account} \
      --no-enable-basic-auth # up to version 1.18
    gcloud container clusters update {name} --location {location} --project {account} \
      --start-credential-rotation # then --complete-credential-rotation
  terraform: |
    resource "google_container_cluster" "this" {
      name     = "{name}"
      location = "{location}"
      master_auth {
        client_certificate_config {
          issue_client_certificate = false
        }
      }
    }
---*/
MATCH (cluster:GcpGkeCluster)
WHERE cluster.basic_auth = true OR cluster.client_certificate = true
RETURN cluster AS resource, {
  password: cluster.basic_auth, certificate: cluster.client_certificate
} AS evidence
