/*---
title: Earlier versions of blobs are kept
resource: AzureStorageAccount
severity: medium
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.2.2"]}
also: {prowler: [storage_blob_versioning_is_enabled]}
why: What is written over is not deleted, so nothing else brings it back.
fix:
  console: >-
    Storage accounts > {name} > Data management > Data protection > Enable versioning for blobs >
    Save; with a rule of Lifecycle management that removes versions some day.
  cli: |
    az storage account blob-service-properties update --resource-group {resource_group} \
      --account-name {name} --enable-versioning true
  terraform: |
    resource "azurerm_storage_account" "this" {
      name = "{name}"
      blob_properties {
        versioning_enabled = true
      }
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.has_blob_service = true
    AND (account.has_hierarchy IS NULL OR account.has_hierarchy = false)
  RETURN account AS resource
---*/
// Azure keeps no versions of what stands in directories.
MATCH (account:AzureStorageAccount)
WHERE account.has_blob_service = true
  AND (account.has_hierarchy IS NULL OR account.has_hierarchy = false)
  AND (account.versioning IS NULL OR account.versioning = false)
RETURN account AS resource, {expected: true, actual: account.versioning} AS evidence
