/*---
title: Instances with the default account are not let use all of it
resource: GcpComputeInstance
severity: high
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.2"]}
also: {prowler: [compute_instance_default_service_account_in_use_with_full_api_access]}
why: >-
  With the scope for everything, whoever fetches a token on the instance may do whatever the account
  may: edit the project, as Google sets it up.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Stop > Edit > Identity and API access > a service
    account of its own, or Set access for each API > Save > Start.
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
WITH 'https://www.googleapis.com/auth/cloud-platform' AS everything
MATCH (instance:GcpComputeInstance)
WHERE instance.uses_default_account = true
  AND instance.is_kubernetes_node = false
  AND everything IN instance.scopes
RETURN instance AS resource, {scopes: instance.scopes} AS evidence
