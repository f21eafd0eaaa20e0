/*---
title: A Bastion host leads to the machines of a subscription
resource: AzureSubscription
severity: medium
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["9.4.1"]}
also: {prowler: [network_bastion_host_exists]}
why: >-
  Where there is no guarded way in to machines, people open ports for themselves. A Bastion host
  asks who they are first, and the machines need no public address.
fix:
  console: >-
    Bastions > Create > a virtual network of subscription {name} with a subnet AzureBastionSubnet >
    Review + create.
  cli: |
    az network public-ip create --subscription {subscription} --name bastion --sku Standard \
      --resource-group "${GROUP:?resource group of the network}"
    az network bastion create --subscription {subscription} --name bastion \
      --public-ip-address bastion --resource-group "${GROUP:?}" \
      --vnet-name "${NETWORK:?network with a subnet AzureBastionSubnet}"
  terraform: |
    resource "azurerm_bastion_host" "this" {
      name                = "bastion"
      location            = var.location
      resource_group_name = var.resource_group
      sku                 = "Standard"

      ip_configuration {
        name                 = "bastion"
        subnet_id            = var.bastion_subnet_id
        public_ip_address_id = var.bastion_address_id
      }
    }
applies: |
  MATCH (subscription:AzureSubscription)
  WHERE EXISTS {
    MATCH (machine:AzureVirtualMachine) WHERE machine.account = subscription.account
  }
  RETURN subscription AS resource
---*/
MATCH (subscription:AzureSubscription)
WHERE EXISTS {
    MATCH (machine:AzureVirtualMachine) WHERE machine.account = subscription.account
  }
  AND NOT EXISTS {
    MATCH (bastion:AzureBastionHost) WHERE bastion.account = subscription.account
  }
  // One in a network that is peered with one of ours leads to our machines too.
  AND NOT EXISTS {
    MATCH (network:AzureVirtualNetwork)-[:PEERED_WITH]->(hub:AzureVirtualNetwork)
    WHERE network.account = subscription.account
      AND EXISTS { (:AzureBastionHost)-[:IN_NETWORK]->(hub) }
  }
RETURN subscription AS resource, {expected: 'a Bastion host', actual: 'none'} AS evidence
