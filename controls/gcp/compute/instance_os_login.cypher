/*---
title: No instance turns OS Login off for itself
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.4"]}
why: >-
  What an instance says counts more than what its project says: this one is signed in to with keys
  that no policy knows of.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Metadata > delete enable-oslogin > Save.
  cli: >-
    gcloud compute instances remove-metadata {name} --project {account} --zone {zone} --keys
    enable-oslogin
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      metadata = {
        enable-oslogin = "TRUE"
      }
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_kubernetes_node = false
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.os_login = false AND instance.is_kubernetes_node = false
RETURN instance AS resource, {expected: 'as the project says', actual: 'off'} AS evidence
