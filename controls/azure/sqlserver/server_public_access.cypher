/*---
title: SQL servers have no public address
resource: AzureSqlServer
severity: medium
policy: azure-network-exposure
why: >-
  A server that only a private endpoint or its own network reaches stays out of reach when a
  firewall rule is wrong.
fix:
  console: >-
    SQL servers > {name} > Security > Networking > Public access > Public network access > Disable >
    Save.
  cli: >-
    az sql server update --resource-group {resource_group} --name {name} --enable-public-network
    false
  terraform: |
    resource "azurerm_mssql_server" "this" {
      # ...
      public_network_access_enabled = false
    }
---*/
MATCH (server:AzureSqlServer)
WHERE coalesce(server.public_network_access, 'Enabled') = 'Enabled'
RETURN server AS resource, {
  expected: 'Disabled',
  actual: coalesce(server.public_network_access, 'not said: Enabled by default')
} AS evidence
