/*---
title: Storage accounts remind their owners of rotating the keys
resource: AzureStorageAccount
severity: low
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.1.1"]}
also: {prowler: [storage_key_rotation_90_days]}
why: Nothing rotates these keys by itself, and what nobody is reminded of is put off.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Access keys > Set rotation reminder > Enable
    key rotation reminders, every 90 days > Save.
  cli: az storage account update --ids {uid} --key-exp-days 90
  terraform: |
    # The provider does not set reminders; the API does.
    resource "azapi_update_resource" "reminder" {
      type        = "Microsoft.Storage/storageAccounts@2023-05-01"
      resource_id = azurerm_storage_account.this.id
      body        = { properties = { keyPolicy = { keyExpirationPeriodInDays = 90 } } }
    }
---*/
WITH 90 AS max_days
MATCH (account:AzureStorageAccount)
WHERE account.key_expiry_days IS NULL OR account.key_expiry_days > max_days
RETURN account AS resource, {
  expected: 'after at most ' + max_days + ' days', actual: account.key_expiry_days
} AS evidence
