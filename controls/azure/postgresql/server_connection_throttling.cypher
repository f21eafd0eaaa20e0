/*---
title: PostgreSQL servers make who fails to sign in wait
resource: AzurePostgresqlServer
severity: medium
policy: azure-identity
also: {prowler: [postgresql_flexible_server_connection_throttling_on]}
why: Passwords that may be tried without end are found in the end.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    connection_throttle.enable > on > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name connection_throttle.enable --value on
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "connection_throttle_enable" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "connection_throttle.enable"
      value     = "on"
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE coalesce(server.throttles_connections, false) = false
RETURN server AS resource, {
  expected: 'on',
  actual: coalesce(server.throttles_connections, 'not set')
} AS evidence
