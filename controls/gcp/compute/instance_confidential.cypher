/*---
title: Memory of instances is encrypted
resource: GcpComputeInstance
severity: low
policy: gcp-encryption
mandates: {cis-gcp-4.0: ["4.11"]}
also: {prowler: [compute_instance_confidential_computing_enabled]}
why: >-
  What an instance works on is then readable neither for the host nor for whoever got on it.
fix:
  console: >-
    Compute Engine > VM instances > Create instance like {name} > Security > Confidential VM
    service: Enable > Create; then move what it does there.
  cli: |
    gcloud compute instances create {name}-again --project {account} --zone {zone} \
      --machine-type n2d-standard-2 --confidential-compute-type SEV --maintenance-policy TERMINATE
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      machine_type = "n2d-standard-2"
      confidential_instance_config {
        confidential_instance_type = "SEV"
      }
      scheduling {
        on_host_maintenance = "TERMINATE"
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.is_confidential = false
RETURN instance AS resource, {expected: 'encrypted', actual: instance.machine_type} AS evidence
