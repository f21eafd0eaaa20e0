/*---
title: Groups make instances anew that do not answer
resource: GcpInstanceGroupManager
severity: low
policy: gcp-compute-resilience
also: {prowler: [compute_instance_group_autohealing_enabled]}
why: >-
  Without a health check an instance counts as well as long as it runs, also when what it serves
  hangs.
fix:
  console: >-
    Compute Engine > Instance groups > {name} > Edit > Autohealing > Health check > Save.
  cli: |
    manager={uid}
    manager="https://www.googleapis.com/compute/v1/projects/${manager#*projects/}"
    gcloud compute instance-groups managed update "$manager" \
      --health-check "${CHECK:?name of a health check}" --initial-delay 300
  terraform: |
    resource "google_compute_instance_group_manager" "this" {
      name = "{name}"
      # ...
      auto_healing_policies {
        health_check      = google_compute_health_check.this.id
        initial_delay_sec = 300
      }
    }
---*/
MATCH (manager:GcpInstanceGroupManager)
WHERE manager.heals = false
RETURN manager AS resource, {expected: 'a health check', actual: 'none'} AS evidence
