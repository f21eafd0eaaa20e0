/*---
title: PostgreSQL servers refuse connections in clear text
resource: AzurePostgresqlServer
severity: high
policy: azure-encryption-in-transit
also: {prowler: [postgresql_flexible_server_enforce_ssl_enabled]}
why: Passwords and rows that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Settings > Server parameters >
    require_secure_transport > on > Save.
  cli: >-
    az postgres flexible-server parameter set --resource-group {resource_group} --server-name {name}
    --name require_secure_transport --value on
  terraform: |
    resource "azurerm_postgresql_flexible_server_configuration" "require_secure_transport" {
      server_id = azurerm_postgresql_flexible_server.this.id
      name      = "require_secure_transport"
      value     = "on"
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE server.requires_tls = false
RETURN server AS resource, {expected: 'TLS only', actual: 'clear text is taken'} AS evidence
