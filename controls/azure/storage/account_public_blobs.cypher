/*---
title: Storage accounts let no container be opened to anyone
resource: AzureStorageAccount
severity: high
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.9"]}
also: {prowler: [storage_blob_public_access_level_is_disabled]}
why: >-
  Where the account forbids it, no setting of a single container can hand its blobs to the internet.
  An account that never said anything allows it.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Allow Blob anonymous access > Disabled >
    Save.
  cli: az storage account update --ids {uid} --allow-blob-public-access false
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                            = "{name}"
      allow_nested_items_to_be_public = false
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.allows_public_blobs IS NULL OR account.allows_public_blobs = true
RETURN account AS resource, {expected: false, actual: account.allows_public_blobs} AS evidence
