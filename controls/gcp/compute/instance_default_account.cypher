/*---
title: Instances do not act with the account that Google made for all of them
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.1"]}
also: {prowler: [compute_instance_default_service_account_in_use]}
why: >-
  All instances share it, and unless somebody took that away it may edit the whole project: whoever
  is on one of them has everything.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Stop > Edit > Identity and API access > a service
    account of its own > Save > Start.
  cli: |
    gcloud compute instances stop {name} --project {account} --zone {zone}
    gcloud compute instances set-service-account {name} --project {account} --zone {zone} \
      --service-account "${EMAIL:?account that may do only what the instance does}" \
      --scopes cloud-platform
    gcloud compute instances start {name} --project {account} --zone {zone}
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      service_account {
        email  = google_service_account.this.email
        scopes = ["cloud-platform"]
      }
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_kubernetes_node = false
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.uses_default_account = true AND instance.is_kubernetes_node = false
RETURN instance AS resource, {
  expected: 'an account of its own', actual: 'the default one'
} AS evidence
