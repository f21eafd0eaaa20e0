/*---
title: Instances start only what is signed
resource: GcpComputeInstance
severity: low
policy: gcp-compute-hardening
why: >-
  A changed loader or driver is then not run at all, instead of being noticed later.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Stop > Edit > Shielded VM > Secure Boot: on > Save >
    Start.
  cli: |
    gcloud compute instances stop {name} --project {account} --zone {zone}
    gcloud compute instances update {name} --project {account} --zone {zone} --shielded-secure-boot
    gcloud compute instances start {name} --project {account} --zone {zone}
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      shielded_instance_config {
        enable_secure_boot = true
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE coalesce(instance.secure_boot, false) = false
RETURN instance AS resource, {expected: 'on', actual: 'off'} AS evidence
