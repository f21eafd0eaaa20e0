/*---
title: SQL servers record what happens in their databases
resource: AzureSqlServer
severity: high
policy: azure-logging
also: {prowler: [sqlserver_auditing_enabled]}
why: >-
  Who read or changed which rows can't be told afterwards where nothing was recorded. New servers
  record nothing.
fix:
  console: >-
    SQL servers > {name} > Security > Auditing > Enable Azure SQL Auditing > choose Storage or Log
    Analytics > Save.
  cli: >-
    az sql server audit-policy update --resource-group {resource_group} --name {name} --state
    Enabled --blob-storage-target-state Enabled --storage-account "${ACCOUNT:?name of a storage
    account}" --retention-days 90
  terraform: |
    resource "azurerm_mssql_server_extended_auditing_policy" "this" {
      server_id         = azurerm_mssql_server.this.id
      storage_endpoint  = azurerm_storage_account.audit.primary_blob_endpoint
      retention_in_days = 90
    }
---*/
MATCH (server:AzureSqlServer)
WHERE coalesce(server.is_audited, false) = false
RETURN server AS resource, {
  expected: 'Enabled',
  actual: coalesce(server.is_audited, 'not set')
} AS evidence
