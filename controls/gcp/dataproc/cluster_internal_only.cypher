/*---
title: Machines of Dataproc clusters have no addresses of the internet
resource: GcpDataprocCluster
severity: high
policy: gcp-data-exposure
why: >-
  The software of a cluster runs what it is given without asking who gives it. With an address of
  the internet, one open port is enough.
fix:
  console: >-
    It is chosen when a cluster is made: Dataproc > Create cluster > Customize cluster > Internal IP
    only. The subnetwork needs Private Google Access. Then delete {name}.
  cli: |
    gcloud dataproc clusters create "${NEW:?name of the new cluster}" --region {region} \
      --project {account} --subnet "${SUBNET:?one with Private Google Access}" --no-address
    gcloud dataproc clusters delete {name} --region {region} --project {account}
  terraform: |
    resource "google_dataproc_cluster" "this" {
      name   = "{name}"
      region = "{region}"
      cluster_config {
        gce_cluster_config {
          subnetwork       = google_compute_subnetwork.this.name
          internal_ip_only = true
        }
      }
    }
---*/
MATCH (cluster:GcpDataprocCluster)
WHERE cluster.internal_only = false
RETURN cluster AS resource, {expected: true, actual: cluster.internal_only} AS evidence
