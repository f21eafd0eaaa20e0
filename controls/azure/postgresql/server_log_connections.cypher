/*---
title: PostgreSQL servers log who connects
resource: AzurePostgresqlServer
severity: medium
policy: azure-logging
also: {prowler: [postgresql_flexible_server_log_connections_on]}
why: Passwords that are guessed and sign-ins from unusual places show in it, and nowhere else.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    log_connections > on > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name log_connections --value on
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "log_connections" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "log_connections"
      value     = "on"
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE server.log_connections = false
RETURN server AS resource, {expected: 'on', actual: 'off'} AS evidence
