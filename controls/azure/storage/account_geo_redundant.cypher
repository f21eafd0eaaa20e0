/*---
title: Storage accounts keep a copy in another region
resource: AzureStorageAccount
severity: low
policy: azure-storage-protection
mandates: {cis-azure-4.0: ["10.3.12"]}
also: {prowler: [storage_geo_redundant_enabled]}
why: A region that is lost takes with it what is stored there only.
fix:
  console: >-
    Storage accounts > {name} > Data management > Redundancy > Geo-redundant storage (GRS) > Save.
  cli: az storage account update --ids {uid} --sku Standard_GRS
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                     = "{name}"
      account_tier             = "Standard"
      account_replication_type = "GRS"
    }
applies: |
  MATCH (account:AzureStorageAccount)
  WHERE account.sku STARTS WITH 'Standard'
  RETURN account AS resource
---*/
// Azure offers no copies elsewhere for the premium tiers.
MATCH (account:AzureStorageAccount)
WHERE account.sku STARTS WITH 'Standard'
  AND NOT (account.sku ENDS WITH 'GRS' OR account.sku ENDS WITH 'GZRS')
RETURN account AS resource, {expected: 'GRS or GZRS', actual: account.sku} AS evidence
