/*---
title: Instances notice when they start otherwise than before
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.8"]}
also: {prowler: [compute_instance_shielded_vm_enabled]}
why: >-
  What nests below the operating system is seen by nothing that runs on it: a virtual trusted
  platform module measures each start, and what differs is reported.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Stop > Edit > Shielded VM > vTPM and Integrity
    Monitoring: on > Save > Start.
  cli: |
    gcloud compute instances stop {name} --project {account} --zone {zone}
    gcloud compute instances update {name} --project {account} --zone {zone} \
      --shielded-vtpm --shielded-integrity-monitoring
    gcloud compute instances start {name} --project {account} --zone {zone}
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      shielded_instance_config {
        enable_vtpm                 = true
        enable_integrity_monitoring = true
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE coalesce(instance.vtpm, false) = false
  OR coalesce(instance.integrity_monitoring, false) = false
RETURN instance AS resource, {
  vtpm: coalesce(instance.vtpm, false),
  integrity_monitoring: coalesce(instance.integrity_monitoring, false)
} AS evidence
