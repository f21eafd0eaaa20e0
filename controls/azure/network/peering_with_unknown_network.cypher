/*---
title: Networks are peered with those of known subscriptions only
resource: AzureVirtualNetwork
severity: medium
policy: azure-network-design
why: >-
  Whoever runs the other network stands inside yours: no gateway is between, and addresses are
  private on both sides.
fix:
  console: >-
    Virtual networks > {name} > Settings > Peerings > the peering that the finding names > Delete;
    or add its subscription as a connector, where it is yours.
  cli: >-
    az network vnet peering delete --subscription {account} --resource-group {resource_group}
    --vnet-name {name} --name "${PEERING:?name of the peering, as the finding tells}"
  terraform: >-
    # Take the resource "azurerm_virtual_network_peering" that the finding names out of the
    configuration of {name} and apply.
---*/
MATCH (network:AzureVirtualNetwork)-[peering:PEERED_WITH]->(other:Resource)
WHERE peering.state = 'Connected'
  AND NOT EXISTS {
    MATCH (known:AzureSubscription) WHERE other.uid STARTS WITH known.uid + '/'
  }
WITH network, peering, other ORDER BY other.uid
RETURN network AS resource, {
  peerings: collect({name: peering.peering, network: other.uid})
} AS evidence
