/*---
title: PostgreSQL servers keep their log files for longer than a weekend
resource: AzurePostgresqlServer
severity: medium
policy: azure-logging
also: {prowler: [postgresql_flexible_server_log_retention_days_greater_3]}
why: What happened on a Friday evening should be there to read when somebody looks.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    logfiles.retention_days > 7 > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name logfiles.retention_days --value 7
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "logfiles_retention_days" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "logfiles.retention_days"
      value     = "7"
    }
---*/
WITH 4 AS min_days
MATCH (server:AzurePostgresqlServer)
WHERE server.log_retention_days IS NULL
  OR server.log_retention_days < min_days
RETURN server AS resource, {
  expected_days: min_days,
  actual_days: coalesce(server.log_retention_days, 'not set: 3 by default')
} AS evidence
