/*---
title: Disks without a machine are encrypted with keys of one's own
resource: AzureDisk
severity: medium
policy: azure-encryption
mandates: {cis-azure-4.0: ["2.1.1.2.1"]}
also: {prowler: [vm_ensure_unattached_disks_encrypted_with_cmk]}
why: >-
  Nobody watches what is on a disk that is put aside, and whoever may attach it reads all of it; the
  key can be taken away.
fix:
  console: >-
    Disks > {name} > Settings > Encryption > Key management > Customer-managed key > choose a disk
    encryption set > Save.
  cli: >-
    az disk update --ids {uid} --encryption-type EncryptionAtRestWithCustomerKey
    --disk-encryption-set "${ENCRYPTION_SET:?id of a disk encryption set}"
  terraform: |
    resource "azurerm_managed_disk" "this" {
      name                   = "{name}"
      disk_encryption_set_id = azurerm_disk_encryption_set.this.id
    }
applies: MATCH (disk:AzureDisk) WHERE disk.is_attached = false RETURN disk AS resource
---*/
WITH ['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'] AS own
MATCH (disk:AzureDisk)
WHERE disk.is_attached = false
  AND (disk.encryption_type IS NULL OR NOT disk.encryption_type IN own)
RETURN disk AS resource, {expected: own, actual: disk.encryption_type} AS evidence
