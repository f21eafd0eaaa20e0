/*---
title: Deleted blobs can be recovered for a week
resource: AzureStorageAccount
severity: medium
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.2.1", "10.3.6"]}
also: {prowler: [storage_ensure_soft_delete_is_enabled]}
why: >-
  A mistake, a script run amok or blackmail is undone within minutes where what was deleted is kept.
fix:
  console: >-
    Storage accounts > {name} > Data management > Data protection > Enable soft delete for blobs, 7
    days or more > Save.
  cli: |
    az storage account blob-service-properties update --resource-group {resource_group} \
      --account-name {name} --enable-delete-retention true --delete-retention-days 7
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      blob_properties {
        delete_retention_policy {
          days = 7
        }
      }
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.has_blob_service = true
  RETURN account AS resource
---*/
WITH 7 AS min_days
MATCH (account:AzureStorageAccount)
WHERE account.has_blob_service = true
  AND (account.blob_soft_delete_days IS NULL OR account.blob_soft_delete_days < min_days)
RETURN account AS resource, {
  expected: 'at least ' + min_days + ' days', actual: account.blob_soft_delete_days
} AS evidence
