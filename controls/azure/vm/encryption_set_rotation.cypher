/*---
title: Disk encryption sets take new versions of their key
resource: AzureDiskEncryptionSet
severity: medium
policy: azure-key-management
why: >-
  A key that is rotated in its vault is of no use while disks stay with the version that was
  replaced.
fix:
  console: >-
    Disk encryption sets > {name} > Settings > Key > Auto key rotation > Enable > Save.
  cli: >-
    az disk-encryption-set update --resource-group {resource_group} --name {name}
    --enable-auto-key-rotation true
    --key-url "${KEY_URL:?address of the key, without a version}"
  terraform: |
    resource "azurerm_disk_encryption_set" "this" {
      name                      = "{name}"
      key_vault_key_id          = azurerm_key_vault_key.this.versionless_id
      auto_key_rotation_enabled = true
    }
---*/
MATCH (encryption_set:AzureDiskEncryptionSet)
WHERE coalesce(encryption_set.automatic_rotation, false) = false
RETURN encryption_set AS resource, {
  expected: 'on', actual: 'off', key: encryption_set.key_url
} AS evidence
