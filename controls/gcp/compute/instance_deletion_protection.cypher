/*---
title: Instances are not deleted by mistake
resource: GcpComputeInstance
severity: low
policy: gcp-compute-resilience
also: {prowler: [compute_instance_deletion_protection_enabled]}
why: >-
  One wrong name in a command and it is gone, often with its disks.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Deletion protection > Save.
  cli: >-
    gcloud compute instances update {name} --project {account} --zone {zone} --deletion-protection
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      deletion_protection = true
    }
applies: |
  MATCH (instance:GcpComputeInstance)
  WHERE instance.is_kubernetes_node = false
    AND NOT EXISTS { (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager) }
  RETURN instance AS resource
---*/
MATCH (instance:GcpComputeInstance)
// What a group or a cluster made is made again.
WHERE instance.deletion_protection = false
  AND instance.is_kubernetes_node = false
  AND NOT EXISTS { (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager) }
RETURN instance AS resource, {expected: 'protected', actual: 'not protected'} AS evidence
