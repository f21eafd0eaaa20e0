/*---
title: Storage accounts that filter networks let Azure's own services through
resource: AzureStorageAccount
severity: low
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["10.3.5"]}
also: {prowler: [storage_ensure_azure_services_are_trusted_to_access_is_enabled]}
why: >-
  Backup, logging and monitoring come from no network that a rule could name. Where they are not let
  through, sooner or later somebody opens the account for everyone.
fix:
  console: >-
    Storage accounts > {name} > Security + networking > Networking > Exceptions > Allow Azure
    services on the trusted services list to access this storage account > Save.
  cli: az storage account update --ids {uid} --bypass AzureServices
  terraform: |
    resource "azurerm_storage_account_network_rules" "this" {
      storage_account_id = azurerm_storage_account.this.id
      default_action     = "Deny"
      bypass             = ["AzureServices"]
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.default_action = 'Deny'
  RETURN account AS resource
---*/
MATCH (account:AzureStorageAccount)
WHERE account.default_action = 'Deny' AND NOT 'AzureServices' IN account.bypass
RETURN account AS resource, {expected: 'AzureServices', actual: account.bypass} AS evidence
