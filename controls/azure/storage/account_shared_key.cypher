/*---
title: Storage accounts do not take requests signed with their keys
resource: AzureStorageAccount
severity: high
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.1.3"]}
also: {prowler: [storage_account_key_access_disabled]}
why: >-
  A key opens everything in the account, for whoever has it, and the logs do not say who that was.
  An account that does not say whether it takes them does.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Allow storage account key access >
    Disabled > Save, once its clients sign in with Microsoft Entra ID.
  cli: az storage account update --ids {uid} --allow-shared-key-access false
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                      = "{name}"
      shared_access_key_enabled = false
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.allows_shared_key IS NULL OR account.allows_shared_key = true
RETURN account AS resource, {expected: false, actual: account.allows_shared_key} AS evidence
