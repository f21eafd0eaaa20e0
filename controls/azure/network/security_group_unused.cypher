/*---
title: Network security groups are in use
resource: AzureNetworkSecurityGroup
severity: low
policy: azure-network-design
why: Unused groups hide the ones that count, and come back into use with rules nobody remembers.
fix:
  console: Network security groups > {name} > Overview > Delete.
  cli: az network nsg delete --ids {uid}
  terraform: >-
    # Take the resource "azurerm_network_security_group" with the id {uid} out of the configuration
    and apply.
---*/
MATCH (group:AzureNetworkSecurityGroup)
WHERE group.is_attached = false
RETURN group AS resource, {expected: 'a subnet or an interface', actual: 'none'} AS evidence
