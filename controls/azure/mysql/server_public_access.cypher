/*---
title: MySQL servers have no public address
resource: AzureMysqlServer
severity: medium
policy: azure-network-exposure
why: >-
  A server that only a private endpoint or its own network reaches stays out of reach when a
  firewall rule is wrong.
fix:
  console: >-
    Azure Database for MySQL flexible servers > {name} > Settings > Networking > clear Allow public
    access to this resource through the internet using a public IP address > Save.
  cli: >-
    az mysql flexible-server update --resource-group {resource_group} --name {name} --public-access
    Disabled
  terraform: |
    resource "azurerm_mysql_flexible_server" "this" {
      # ...
      public_network_access = "Disabled"
    }
---*/
MATCH (server:AzureMysqlServer)
WHERE coalesce(server.public_network_access, 'Enabled') = 'Enabled'
RETURN server AS resource, {
  expected: 'Disabled',
  actual: coalesce(server.public_network_access, 'not said: Enabled by default')
} AS evidence
