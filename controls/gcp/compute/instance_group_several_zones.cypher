/*---
title: Groups have instances in more than one zone
resource: GcpInstanceGroupManager
severity: low
policy: gcp-compute-resilience
also: {prowler: [compute_instance_group_multiple_zones]}
why: >-
  When a zone is down, a group that is in no other is down with it.
fix:
  console: >-
    Compute Engine > Instance groups > Create instance group > Location: Multiple zones > Create;
    then move the load balancer from {name} to it.
  cli: |
    gcloud compute instance-groups managed create {name}-spread --project {account} \
      --region {region} --template {template} --size {size}
  terraform: |
    resource "google_compute_region_instance_group_manager" "this" {
      name                      = "{name}-spread"
      region                    = "{region}"
      distribution_policy_zones = var.zones
      # ...
    }
---*/
MATCH (manager:GcpInstanceGroupManager)
WHERE size(manager.zones) < 2
RETURN manager AS resource, {expected: 'two or more', actual: manager.zones} AS evidence
