/*---
title: A network watcher is there wherever networks are
resource: AzureVirtualNetwork
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["8.6"]}
also: {prowler: [network_watcher_enabled]}
why: >-
  Without a watcher in a location no flow can be recorded there and no packet looked at, and when it
  is needed, what went on before is lost.
fix:
  console: Network Watcher > Overview > Create > the subscription of {name}, region {region} > Add.
  cli: >-
    az network watcher configure --subscription {account} --resource-group NetworkWatcherRG
    --locations {region} --enabled true
  terraform: |
    resource "azurerm_network_watcher" "this" {
      name                = "NetworkWatcher_{region}"
      location            = "{region}"
      resource_group_name = "NetworkWatcherRG"
    }
---*/
MATCH (network:AzureVirtualNetwork)
WHERE NOT EXISTS {
  MATCH (watcher:AzureNetworkWatcher)
  WHERE watcher.account = network.account
    AND watcher.region = network.region
    AND watcher.state IN ['Succeeded', 'Updating']
}
RETURN network AS resource, {expected: 'a network watcher', location: network.region} AS evidence
