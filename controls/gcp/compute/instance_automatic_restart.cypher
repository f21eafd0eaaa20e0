/*---
title: Instances are started again when their host fails
resource: GcpComputeInstance
severity: low
policy: gcp-compute-resilience
also: {prowler: [compute_instance_automatic_restart_enabled]}
why: >-
  Hosts fail: without that somebody has to notice first.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Automatic restart: On > Save.
  cli: >-
    gcloud compute instances set-scheduling {name} --project {account} --zone {zone}
    --restart-on-failure
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      scheduling {
        automatic_restart = true
      }
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_preemptible = false
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.is_preemptible = false AND instance.restarts_by_itself = false
RETURN instance AS resource, {expected: 'started again', actual: 'stays down'} AS evidence
