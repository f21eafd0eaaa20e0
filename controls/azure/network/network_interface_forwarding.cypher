/*---
title: Interfaces forward traffic only where routes send it to them
resource: AzureNetworkInterface
severity: low
policy: azure-network-design
why: >-
  Azure no longer checks whose traffic such a machine sends: whoever holds it may pose as others and
  stand between them.
fix:
  console: >-
    Network interfaces > {name} > Settings > IP configurations > IP forwarding > clear > Apply.
  cli: az network nic update --ids {uid} --ip-forwarding false
  terraform: |
    resource "azurerm_network_interface" "this" {
      # ...
      ip_forwarding_enabled = false
    }
---*/
MATCH (interface:AzureNetworkInterface)
WHERE interface.forwards_traffic = true
  AND NOT EXISTS {
    MATCH (table:AzureRouteTable)
    WHERE any(address IN interface.private_addresses WHERE address IN table.appliances)
  }
RETURN interface AS resource, {addresses: interface.private_addresses} AS evidence
