/*---
title: Disks of machines are encrypted with keys of one's own
resource: AzureDisk
severity: medium
policy: azure-encryption
mandates: {cis-azure-4.0: ["2.1.1.2.1"]}
also: {prowler: [vm_ensure_attached_disks_encrypted_with_cmk]}
why: >-
  A key of one's own can be taken away, and each use of it is on record; Azure's own keys open for
  whoever may read the disk.
fix:
  console: >-
    Stop the machine; Disks > {name} > Settings > Encryption > Key management > Customer-managed key
    > choose a disk encryption set > Save.
  cli: |
    machine=$(az disk show --ids {uid} --query managedBy --output tsv)
    az vm deallocate --ids "$machine"
    az disk update --ids {uid} --encryption-type EncryptionAtRestWithCustomerKey \
      --disk-encryption-set "${ENCRYPTION_SET:?id of a disk encryption set}"
    az vm start --ids "$machine"
  terraform: |
    resource "azurerm_managed_disk" "this" {
      name                   = "{name}"
      disk_encryption_set_id = azurerm_disk_encryption_set.this.id
    }
applies: MATCH (disk:AzureDisk) WHERE disk.is_attached = true RETURN disk AS resource
---*/
WITH ['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'] AS own
MATCH (disk:AzureDisk)
WHERE disk.is_attached = true
  AND (disk.encryption_type IS NULL OR NOT disk.encryption_type IN own)
RETURN disk AS resource, {expected: own, actual: disk.encryption_type} AS evidence
