/*---
title: The portal opens storage accounts as the user, not with their keys
resource: AzureStorageAccount
severity: medium
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.3.1"]}
also: {prowler: [storage_default_to_entra_authorization_enabled]}
why: >-
  With a key everybody in the portal may do everything in the account; as themselves they may do
  what their roles say, and the logs name them.
fix:
  console: >-
    Storage accounts > {name} > Settings > Configuration > Default to Microsoft Entra authorization
    in the Azure portal > Enabled > Save.
  cli: az resource update --ids {uid} --set properties.defaultToOAuthAuthentication=true
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                            = "{name}"
      default_to_oauth_authentication = true
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.default_to_oauth IS NULL OR account.default_to_oauth = false
RETURN account AS resource, {expected: true, actual: account.default_to_oauth} AS evidence
