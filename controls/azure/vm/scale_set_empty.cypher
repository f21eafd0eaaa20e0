/*---
title: Scale sets have machines
resource: AzureScaleSet
severity: low
policy: azure-compute-hardening
also: {prowler: [vm_scaleset_not_empty]}
why: >-
  A set without machines is a forgotten model: its image and its rights grow old, and one click
  starts it.
fix:
  console: >-
    Virtual machine scale sets > {name} > Delete; or Availability + scale > Scaling > at least one
    instance > Save.
  cli: az vmss delete --ids {uid}
  terraform: >-
    # Take the resource "azurerm_linux_virtual_machine_scale_set" with the name {name} out of the
    configuration and apply.
---*/
MATCH (scale_set:AzureScaleSet)
WHERE coalesce(scale_set.capacity, 0) = 0
  AND NOT EXISTS { (:AzureVirtualMachine)-[:PART_OF]->(scale_set) }
RETURN scale_set AS resource, {expected: 'machines', actual: 'none'} AS evidence
