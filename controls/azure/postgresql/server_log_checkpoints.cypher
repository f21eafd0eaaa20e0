/*---
title: PostgreSQL servers log their checkpoints
resource: AzurePostgresqlServer
severity: low
policy: azure-logging
also: {prowler: [postgresql_flexible_server_log_checkpoints_on]}
why: They tell how much would have to be done again after a crash, and why a server is slow.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    log_checkpoints > on > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name log_checkpoints --value on
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "log_checkpoints" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "log_checkpoints"
      value     = "on"
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE server.log_checkpoints = false
RETURN server AS resource, {expected: 'on', actual: 'off'} AS evidence
