/*---
title: Nobody signs in to SQL servers with a password of the server's own
resource: AzureSqlServer
severity: medium
policy: azure-identity
why: >-
  Such passwords are shared, written into connection strings and seldom changed, and no sign-in rule
  of the company holds for them.
fix:
  console: >-
    SQL servers > {name} > Settings > Microsoft Entra ID > tick Support only Microsoft Entra
    authentication for this server > Save.
  cli: az sql server ad-only-auth enable --resource-group {resource_group} --name {name}
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      azuread_administrator {
        login_username              = var.group_name
        object_id                   = var.group_id
        azuread_authentication_only = true
      }
    }
---*/
MATCH (server:AzureSqlServer)
WHERE coalesce(server.entra_only, false) = false
RETURN server AS resource, {
  expected: 'Entra ID only',
  actual: 'passwords too',
  administrator: server.entra_admin
} AS evidence
