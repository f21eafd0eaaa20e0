/*---
title: Interfaces with a public address stand behind a security group
resource: AzureNetworkInterface
severity: high
policy: azure-network-exposure
why: >-
  Nothing decides who may come in. Behind a basic address that means everybody, on every port.
fix:
  console: >-
    Network interfaces > {name} > Settings > Network security group > choose one > Save.
  cli: >-
    az network nic update --ids {uid} --network-security-group "${GROUP:?id of the security group}"
  terraform: |
    resource "azurerm_network_interface_security_group_association" "this" {
      network_interface_id      = "{uid}"
      network_security_group_id = var.security_group_id
    }
---*/
MATCH (interface:AzureNetworkInterface)
WHERE EXISTS { (interface)-[:HAS_ADDRESS]->(:AzurePublicAddress) }
  AND NOT EXISTS { (interface)-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup) }
  AND NOT EXISTS {
    (interface)-[:IN_SUBNET]->(:AzureSubnet)-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup)
  }
RETURN interface AS resource, {expected: 'a security group', actual: 'none'} AS evidence
