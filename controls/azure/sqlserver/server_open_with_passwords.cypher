/*---
title: No SQL server that strangers reach takes passwords of its own
resource: AzureSqlServer
severity: critical
policy: azure-network-exposure
why: >-
  The way is open from the internet or from anyone's machine in Azure to a sign-in that asks for
  nothing but a password.
fix:
  console: >-
    SQL servers > {name} > Security > Networking > delete the wide rules and clear Allow Azure
    services > Save; then Settings > Microsoft Entra ID > tick Support only Microsoft Entra
    authentication > Save.
  cli: |
    az sql server update --ids {uid} --enable-public-network false
    az sql server ad-only-auth enable --resource-group {resource_group} --name {name}
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      public_network_access_enabled = false
      azuread_administrator {
        login_username              = var.group_name
        object_id                   = var.group_id
        azuread_authentication_only = true
      }
    }
---*/
WITH 16777216 AS addresses
MATCH (server:AzureSqlServer)-[:HAS_RULE]->(rule:AzureSqlFirewallRule)
WHERE coalesce(server.public_network_access, 'Enabled') = 'Enabled'
  AND coalesce(server.entra_only, false) = false
  AND (rule.allows_azure_services = true OR rule.address_count >= addresses)
WITH server, rule ORDER BY rule.uid
RETURN server AS resource, {
  sign_in: 'passwords are taken',
  rules: collect({name: rule.name, from: rule.start_address, to: rule.end_address})
} AS evidence
