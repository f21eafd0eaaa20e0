/*---
title: Deleted blob containers can be recovered for a week
resource: AzureStorageAccount
severity: medium
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.3.6"]}
why: >-
  Who deletes a container deletes every blob in it at once, and keeping deleted blobs does not bring
  back those of a container that is gone.
fix:
  console: >-
    Storage accounts > {name} > Data management > Data protection > Enable soft delete for
    containers, 7 days or more > Save.
  cli: |
    az storage account blob-service-properties update --resource-group {resource_group} \
      --account-name {name} --enable-container-delete-retention true \
      --container-delete-retention-days 7
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      blob_properties {
        container_delete_retention_policy {
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
  AND (
    account.container_soft_delete_days IS NULL OR account.container_soft_delete_days < min_days
  )
RETURN account AS resource, {
  expected: 'at least ' + min_days + ' days', actual: account.container_soft_delete_days
} AS evidence
