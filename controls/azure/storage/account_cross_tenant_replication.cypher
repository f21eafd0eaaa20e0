/*---
title: Storage accounts replicate no objects to other tenants
resource: AzureStorageAccount
severity: high
policy: azure-storage-exposure
mandates: {cis-azure-4.0: ["10.3.8"]}
also: {prowler: [storage_cross_tenant_replication_disabled]}
why: >-
  One rule copies everything that is stored from now on to somebody else's tenant, quietly and for
  as long as it stands. Accounts of before 2024 that do not say allow it.
fix:
  console: >-
    Storage accounts > {name} > Data management > Object replication > Advanced settings > clear
    Allow cross-tenant replication > OK.
  cli: az storage account update --ids {uid} --allow-cross-tenant-replication false
  terraform: |
    resource "azurerm_storage_account" "this" {
      name                             = "{name}"
      cross_tenant_replication_enabled = false
    }
---*/
MATCH (account:AzureStorageAccount)
WHERE account.cross_tenant_replication IS NULL OR account.cross_tenant_replication = true
RETURN account AS resource, {expected: false, actual: account.cross_tenant_replication} AS evidence
