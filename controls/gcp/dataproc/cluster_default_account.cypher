/*---
title: Dataproc clusters act with an account made for them
resource: GcpDataprocCluster
severity: medium
policy: gcp-data-exposure
why: >-
  Every job acts with the cluster's account. Compute Engine's own may edit the whole project, unless
  that was taken from it.
fix:
  console: >-
    The account is chosen when a cluster is made: Dataproc > Create cluster > Manage security >
    Project access > Service account. Then delete {name}.
  cli: |
    # the account needs roles/dataproc.worker
    gcloud dataproc clusters create "${NEW:?name of the new cluster}" --region {region} \
      --project {account} --service-account "${OWN:?e-mail of its account}"
    gcloud dataproc clusters delete {name} --region {region} --project {account}
  terraform: |
    resource "google_dataproc_cluster" "this" {
      name   = "{name}"
      region = "{region}"
      cluster_config {
        gce_cluster_config {
          service_account        = google_service_account.jobs.email
          service_account_scopes = ["cloud-platform"]
        }
      }
    }
---*/
MATCH (cluster:GcpDataprocCluster)
WHERE cluster.uses_default_account = true
RETURN cluster AS resource, {
  expected: 'an account of its own', actual: 'the account of Compute Engine',
  scopes: cluster.scopes
} AS evidence
