/*---
title: Audit records of SQL servers are kept for 90 days or longer
resource: AzureSqlServer
severity: medium
policy: azure-logging
also: {prowler: [sqlserver_auditing_retention_90_days]}
why: >-
  Intruders are often noticed after weeks; by then the records of how they came have to be there
  still.
fix:
  console: >-
    SQL servers > {name} > Security > Auditing > Storage > Advanced properties > Retention (Days) >
    90, or 0 to keep them for ever > Save.
  cli: >-
    az sql server audit-policy update --resource-group {resource_group} --name {name} --state
    Enabled --blob-storage-target-state Enabled --retention-days 90
  terraform: |
    resource "azurerm_mssql_server_extended_auditing_policy" "this" {
      server_id         = azurerm_mssql_server.this.id
      storage_endpoint  = azurerm_storage_account.audit.primary_blob_endpoint
      retention_in_days = 90 # 0 keeps them for ever
    }
applies: |
  MATCH (server:AzureSqlServer)
  WHERE server.is_audited = true
    AND server.audit_to_storage = true
  RETURN server AS resource
---*/
WITH 90 AS min_days
MATCH (server:AzureSqlServer)
WHERE server.audit_retention_days > 0 // 0 is for ever
  AND server.audit_retention_days < min_days
RETURN server AS resource, {
  expected_days: min_days,
  actual_days: server.audit_retention_days
} AS evidence
