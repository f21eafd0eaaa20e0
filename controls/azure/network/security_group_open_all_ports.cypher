/*---
title: Security groups do not open every port to the internet
resource: AzureNetworkSecurityGroup
severity: high
policy: azure-network-exposure
why: >-
  Whatever is started on a machine behind it, tomorrow and by whomever, is in the open at once.
fix:
  console: >-
    Network security groups > {name} > Settings > Inbound security rules >
    each rule that allows all ports from Any or Internet >
    Source: IP addresses that you know > Save; or Delete.
  cli: |
    az network nsg rule update --subscription {account} --resource-group {resource_group} \
      --nsg-name {name} --name "${RULE:?name of the rule, as the finding tells}" \
      --source-address-prefixes "${TRUSTED:?addresses that you know}"
  terraform: |
    resource "azurerm_network_security_rule" "https" {
      name                        = "https"
      network_security_group_name = "{name}"
      resource_group_name         = "{resource_group}"
      priority                    = 200
      direction                   = "Inbound"
      access                      = "Allow"
      protocol                    = "Tcp"
      source_address_prefixes     = var.trusted_ranges
      source_port_range           = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "443"
    }
---*/
WITH 1 AS first_port, 65535 AS last_port
MATCH (group:AzureNetworkSecurityGroup)-[:HAS_RULE]->(rule:AzureSecurityRule)
WHERE rule.direction = 'Inbound'
  AND rule.access = 'Allow'
  AND size(rule.from_anywhere) > 0
  AND rule.protocol IN ['tcp', 'udp', '*']
  AND rule.from_ports[0] <= first_port // survives: there is no second
  AND rule.to_ports[0] = last_port // survives: there is no second
  // The first rule that fits decides: none that is for all of this may come before.
  AND NOT EXISTS {
    (group)-[:HAS_RULE]->(earlier:AzureSecurityRule)
    WHERE earlier.direction = 'Inbound'
      AND earlier.priority < rule.priority
      AND earlier.protocol IN [rule.protocol, '*']
      AND earlier.is_for_all_source_ports = true
      AND all(family IN rule.from_anywhere WHERE family IN earlier.from_anywhere)
      AND (
        size(earlier.to_anywhere) = 2 // both families
        OR all(target IN rule.destinations WHERE target IN earlier.destinations)
      )
      AND earlier.from_ports[0] <= first_port // survives: there is no second
      AND earlier.to_ports[0] = last_port // survives: there is no second
  }
WITH group, rule ORDER BY rule.priority
RETURN group AS resource, {
  rules: collect({
    name: rule.name, priority: rule.priority, protocol: rule.protocol, sources: rule.sources
  })
} AS evidence
