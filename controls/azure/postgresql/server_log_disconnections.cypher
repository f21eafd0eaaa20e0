/*---
title: PostgreSQL servers log when connections end
resource: AzurePostgresqlServer
severity: medium
policy: azure-logging
also: {prowler: [postgresql_flexible_server_log_disconnections_on]}
why: How long somebody was in tells a program that does its work from one that takes all it finds.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    log_disconnections > on > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name log_disconnections --value on
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "log_disconnections" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "log_disconnections"
      value     = "on"
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE server.log_disconnections = false
RETURN server AS resource, {expected: 'on', actual: 'off'} AS evidence
