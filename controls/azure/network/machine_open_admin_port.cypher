/*---
title: Machines with a public address open no port for administration to the internet
resource: AzureVirtualMachine
severity: critical
policy: azure-network-exposure
why: >-
  The way from the internet to the sign-in of the machine is open: address, interface and every
  security group on the way let it through.
fix:
  console: >-
    Virtual machines > {name} > Networking > Network settings > the rules that allow ports 22 and
    3389 > Source: IP addresses that you know > Save; reach the machine by Bastion.
  cli: |
    for interface in $(az vm show --ids {uid} \
      --query 'networkProfile.networkInterfaces[].id' --output tsv); do
      az network nic list-effective-nsg --ids "$interface"  # the rules that let it through
    done
    az network nsg rule update --ids "${RULE:?id of such a rule}" \
      --source-address-prefixes "${TRUSTED:?addresses that you know}"
  terraform: |
    resource "azurerm_network_security_rule" "ssh" {
      name                        = "ssh"
      network_security_group_name = var.security_group
      resource_group_name         = "{resource_group}"
      priority                    = 200
      direction                   = "Inbound"
      access                      = "Allow"
      protocol                    = "Tcp"
      source_address_prefixes     = var.trusted_ranges
      source_port_range           = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "22"
    }
---*/
WITH [22, 3389] AS ports
UNWIND ports AS port
MATCH (machine:AzureVirtualMachine)<-[:ATTACHED_TO]-(interface:AzureNetworkInterface)
MATCH (interface)-[:HAS_ADDRESS]->(address:AzurePublicAddress)
// Where no group is on the way, a basic address lets in everybody and a standard one nobody.
WHERE (
    address.sku = 'Basic'
    OR EXISTS {
      (interface)-[:IN_SUBNET*0..1]->(:AzureNetworkInterface|AzureSubnet) // survives: no further
        -[:PROTECTED_BY]->(:AzureNetworkSecurityGroup)
    }
  )
  // All groups on the way have to let it through: that of the subnet, and its own.
  AND NOT EXISTS {
    (interface)-[:IN_SUBNET*0..1]->(:AzureNetworkInterface|AzureSubnet) // survives: no further
      -[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
    WHERE NOT EXISTS {
      (group)-[:HAS_RULE]->(rule:AzureSecurityRule)
      WHERE rule.direction = 'Inbound'
        AND rule.access = 'Allow'
        AND rule.protocol IN ['tcp', '*']
        AND toLower(address.version) IN rule.from_anywhere
        AND (
          toLower(address.version) IN rule.to_anywhere
          OR any(own IN interface.private_addresses WHERE own IN rule.destinations)
        )
        // The port is in a range: more of them begin at or below it than end before it.
        AND size([first IN rule.from_ports WHERE first <= port])
          > size([last IN rule.to_ports WHERE last < port])
        // The first rule that fits decides: none that is for all of this may come before.
        AND NOT EXISTS {
          (group)-[:HAS_RULE]->(earlier:AzureSecurityRule)
          WHERE earlier.direction = 'Inbound'
            AND earlier.priority < rule.priority
            AND earlier.protocol IN ['tcp', '*']
            AND earlier.is_for_all_source_ports = true
            AND toLower(address.version) IN earlier.from_anywhere
            AND (
              toLower(address.version) IN earlier.to_anywhere
              OR all(own IN interface.private_addresses WHERE own IN earlier.destinations)
            )
            AND size([first IN earlier.from_ports WHERE first <= port])
              > size([last IN earlier.to_ports WHERE last < port])
        }
    }
  }
RETURN machine AS resource, {
  path: min([address.uid, interface.uid, machine.uid]), ports: collect(DISTINCT port)
} AS evidence
