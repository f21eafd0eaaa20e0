/*---
title: SQL servers have an administrator of Entra ID
resource: AzureSqlServer
severity: medium
policy: azure-identity
also: {prowler: [sqlserver_azuread_administrator_enabled]}
why: >-
  Without one nobody can sign in but by passwords of the server's own, which know no second factor
  and no leaver.
fix:
  console: >-
    SQL servers > {name} > Settings > Microsoft Entra ID > Set admin > choose a group > Select >
    Save.
  cli: >-
    az sql server ad-admin create --resource-group {resource_group} --server {name} --display-name
    "${GROUP:?name of a group}" --object-id "${GROUP_ID:?object id of that group}"
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      azuread_administrator {
        login_username = var.group_name
        object_id      = var.group_id
      }
    }
---*/
MATCH (server:AzureSqlServer)
WHERE server.entra_admin_id IS NULL
RETURN server AS resource, {expected: 'an administrator', actual: 'none'} AS evidence
