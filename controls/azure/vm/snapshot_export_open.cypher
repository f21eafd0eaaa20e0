/*---
title: Snapshots of disks can't be copied out from every network
resource: AzureDiskSnapshot
severity: high
policy: azure-storage-exposure
why: >-
  A snapshot holds all that was on the disk; the address that an export makes is all that one needs
  to fetch it.
fix:
  console: >-
    Snapshots > {name} > Settings > Networking > Network access > Disable public and private access
    > Save.
  cli: >-
    az snapshot update --ids {uid} --network-access-policy DenyAll --public-network-access Disabled
  terraform: |
    resource "azurerm_snapshot" "this" {
      name                          = "{name}"
      network_access_policy         = "DenyAll"
      public_network_access_enabled = false
    }
---*/
MATCH (snapshot:AzureDiskSnapshot)
WHERE coalesce(snapshot.network_access_policy, 'AllowAll') = 'AllowAll'
  AND coalesce(snapshot.public_network_access, 'Enabled') = 'Enabled'
RETURN snapshot AS resource, {
  expected: 'DenyAll, AllowPrivate or no public access',
  actual: coalesce(snapshot.network_access_policy, 'AllowAll')
} AS evidence
