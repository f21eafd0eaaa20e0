/*---
title: Disks belong to a machine
resource: AzureDisk
severity: low
policy: azure-compute-hardening
why: Forgotten disks cost, and keep data that nobody watches any more.
fix:
  console: >-
    Disks > {name} > Create snapshot, if what it holds may be needed; then Delete.
  cli: |
    az snapshot create --resource-group {resource_group} --name {name}-last --source {uid}
    az disk delete --ids {uid} --yes
  terraform: >-
    # Take the resource "azurerm_managed_disk" with the name {name} out of the configuration and
    apply.
---*/
MATCH (disk:AzureDisk)
WHERE disk.is_attached = false
RETURN disk AS resource, {
  expected: 'a machine', actual: 'none', state: disk.state, size_gib: disk.size_gib
} AS evidence
