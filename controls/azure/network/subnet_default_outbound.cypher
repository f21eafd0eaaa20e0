/*---
title: Subnets reach the internet only by a way that was chosen
resource: AzureSubnet
severity: low
policy: azure-network-design
why: >-
  By default machines get an address of Azure's that nobody chose, that changes without notice and
  that leaves by no firewall: a way out for data that is not watched.
fix:
  console: >-
    Virtual networks > the network of {name} > Subnets > {name} > Enable private subnet > Save; add
    a NAT gateway or a route to a firewall where machines need the internet.
  cli: az network vnet subnet update --ids {uid} --default-outbound false
  terraform: |
    resource "azurerm_subnet" "this" {
      # ...
      default_outbound_access_enabled = false
    }
---*/
// What stands in these has public addresses of its own.
WITH [
  'gatewaysubnet', 'azurefirewallsubnet', 'azurefirewallmanagementsubnet', 'routeserversubnet',
  'azurebastionsubnet'
] AS own_addresses
MATCH (subnet:AzureSubnet)
WHERE coalesce(subnet.default_outbound_access, true) = true
  AND NOT toLower(subnet.name) IN own_addresses
  AND NOT EXISTS { (subnet)-[:ROUTES_TO]->(:Resource) }
  AND NOT EXISTS {
    (subnet)-[:ROUTED_BY]->(table:AzureRouteTable)
    WHERE '0.0.0.0/0' IN table.to_appliance + table.to_gateway + table.to_nowhere
  }
RETURN subnet AS resource, {expected: false, actual: subnet.default_outbound_access} AS evidence
