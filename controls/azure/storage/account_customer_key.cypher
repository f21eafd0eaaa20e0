/*---
title: Storage accounts are encrypted with keys of one's own
resource: AzureStorageAccount
severity: medium
policy: azure-encryption
mandates: {cis-azure-4.0: ["2.1.1.2.1"]}
also: {prowler: [storage_ensure_encryption_with_customer_managed_keys]}
why: >-
  Only who holds the key can rotate it, see its use, and end all access to the data by taking it
  away.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Encryption > Customer-managed keys, choose a
    key of a vault and an identity that may use it > Save.
  cli: |
    az storage account update --ids {uid} --encryption-key-source Microsoft.Keyvault \
      --encryption-key-vault "${VAULT:?address of a key vault}" \
      --encryption-key-name "${KEY:?name of a key in it}"
  terraform: |
    resource "azurerm_storage_account_customer_managed_key" "this" {
      storage_account_id = azurerm_storage_account.this.id
      key_vault_id       = azurerm_key_vault.this.id
      key_name           = azurerm_key_vault_key.this.name
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.key_source IS NULL OR account.key_source <> 'Microsoft.Keyvault'
RETURN account AS resource, {expected: 'Microsoft.Keyvault', actual: account.key_source} AS evidence
