/*---
title: Disks can't be copied out from every network
resource: AzureDisk
severity: high
policy: azure-storage-exposure
why: >-
  Whoever gets hold of the address that an export makes downloads the whole disk, from wherever they
  are.
fix:
  console: >-
    Disks > {name} > Settings > Networking > Network access > Disable public and private access >
    Save.
  cli: >-
    az disk update --ids {uid} --network-access-policy DenyAll --public-network-access Disabled
  terraform: |
    resource "azurerm_managed_disk" "this" {
      name                          = "{name}"
      network_access_policy         = "DenyAll"
      public_network_access_enabled = false
    }
---*/
MATCH (disk:AzureDisk)
WHERE coalesce(disk.network_access_policy, 'AllowAll') = 'AllowAll'
  AND coalesce(disk.public_network_access, 'Enabled') = 'Enabled'
RETURN disk AS resource, {
  expected: 'DenyAll, AllowPrivate or no public access',
  actual: coalesce(disk.network_access_policy, 'AllowAll')
} AS evidence
