/*---
title: Subnets have a security group
resource: AzureSubnet
severity: medium
policy: azure-network-exposure
also: {prowler: [network_subnet_nsg_associated]}
why: >-
  Without one, each machine in the subnet is as open as its own interface allows, and what is put
  there tomorrow is open as well.
fix:
  console: >-
    Virtual networks > the network of {name} > Subnets > {name} > Network security group > choose
    one > Save.
  cli: >-
    az network vnet subnet update --ids {uid}
    --network-security-group "${GROUP:?id of the security group}"
  terraform: |
    resource "azurerm_subnet_network_security_group_association" "this" {
      subnet_id                 = "{uid}"
      network_security_group_id = var.security_group_id
    }
---*/
// Azure takes no security group for these.
WITH [
  'gatewaysubnet', 'azurefirewallsubnet', 'azurefirewallmanagementsubnet', 'routeserversubnet'
] AS own_rules
MATCH (subnet:AzureSubnet)
WHERE NOT toLower(subnet.name) IN own_rules
  AND NOT EXISTS { (subnet)-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup) }
RETURN subnet AS resource, {expected: 'a security group', actual: 'none'} AS evidence
