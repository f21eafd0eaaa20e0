/*---
title: People sign in to PostgreSQL servers with Entra ID
resource: AzurePostgresqlServer
severity: medium
policy: azure-identity
also: {prowler: [postgresql_flexible_server_entra_id_authentication_enabled]}
why: Passwords of the server's own know no second factor, and stay when their owners have left.
fix:
  console: >-
    Azure Database for PostgreSQL flexible servers > {name} > Security > Authentication > Microsoft
    Entra authentication only, or with PostgreSQL's > add administrators > Save.
  cli: >-
    az postgres flexible-server update --resource-group {resource_group} --name {name}
    --microsoft-entra-auth Enabled
  terraform: |
    resource "azurerm_postgresql_flexible_server" "this" {
      # ...
      authentication {
        active_directory_auth_enabled = true
        password_auth_enabled         = false
        tenant_id                     = data.azurerm_client_config.current.tenant_id
      }
    }
---*/
MATCH (server:AzurePostgresqlServer)
WHERE coalesce(server.entra_authentication, false) = false
RETURN server AS resource, {
  expected: 'Enabled',
  actual: coalesce(server.entra_authentication, 'not set')
} AS evidence
