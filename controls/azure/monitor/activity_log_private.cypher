/*---
title: What keeps the activity log opens nothing to anyone
resource: AzureStorageAccount
severity: high
policy: azure-logging
also: {prowler: [monitor_storage_account_with_activity_logs_is_private]}
why: >-
  The log tells who runs what, and where: a map for whoever plans to break in.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Allow Blob anonymous access > Disabled
    > Save.
  cli: >-
    az storage account update --ids {uid} --allow-blob-public-access false
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                            = "{name}"
      allow_nested_items_to_be_public = false
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE coalesce(account.allows_public_blobs, true)
  AND EXISTS {
    (account)<-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
  }
RETURN account AS resource, {expected: false, actual: account.allows_public_blobs} AS evidence
