/*---
title: Peerings with other subscriptions pass on nothing that is not theirs
resource: AzureVirtualNetwork
severity: medium
policy: azure-network-design
why: >-
  Through such a peering comes what entered the other network from elsewhere, or what is behind your
  gateway is reached from it: two networks become three, and the third was not asked.
fix:
  console: >-
    Virtual networks > {name} > Settings > Peerings > the peering that the finding names > clear
    "Allow ... to receive forwarded traffic" and "Allow gateway or route server ... to forward
    traffic" > Save.
  cli: >-
    az network vnet peering update --subscription {account} --resource-group {resource_group}
    --vnet-name {name} --name "${PEERING:?name of the peering, as the finding tells}"
    --set allowForwardedTraffic=false allowGatewayTransit=false
  terraform: |
    resource "azurerm_virtual_network_peering" "this" {
      # ...
      virtual_network_name    = "{name}"
      allow_forwarded_traffic = false
      allow_gateway_transit   = false
    }
---*/
MATCH (network:AzureVirtualNetwork)-[peering:PEERED_WITH]->(other:Resource)
WHERE NOT other.uid STARTS WITH '/subscriptions/' + toLower(network.account) + '/'
  AND peering.state = 'Connected'
  // One that uses the other's gateway is a spoke: what comes forwarded is what it asked for.
  AND (
    peering.allows_forwarded_traffic = true AND peering.uses_gateway = false
    OR peering.shares_gateway = true
  )
WITH network, peering, other ORDER BY other.uid
RETURN network AS resource, {
  peerings: collect({
    name: peering.peering,
    network: other.uid,
    forwarded: peering.allows_forwarded_traffic,
    gateway: peering.shares_gateway
  })
} AS evidence
