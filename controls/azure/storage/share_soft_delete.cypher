/*---
title: Deleted file shares can be recovered for a week
resource: AzureStorageAccount
severity: medium
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.1.1"]}
also: {prowler: [storage_ensure_file_shares_soft_delete_is_enabled]}
why: A share that is deleted by mistake is gone for everyone who had it mounted, and all of it.
fix:
  console: >-
    Storage accounts > {name} > Data storage > File shares > Soft delete > Enabled, 7 days or more >
    Save.
  cli: |
    az storage account file-service-properties update --resource-group {resource_group} \
      --account-name {name} --enable-delete-retention true --delete-retention-days 7
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      share_properties {
        retention_policy {
          days = 7
        }
      }
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.has_file_service = true
  RETURN account AS resource
---*/
WITH 7 AS min_days
MATCH (account:AzureStorageAccount)
WHERE account.has_file_service = true
  AND (account.share_soft_delete_days IS NULL OR account.share_soft_delete_days < min_days)
RETURN account AS resource, {
  expected: 'at least ' + min_days + ' days', actual: account.share_soft_delete_days
} AS evidence
