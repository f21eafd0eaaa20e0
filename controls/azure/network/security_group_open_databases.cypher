/*---
title: Security groups do not open databases to the internet
resource: AzureNetworkSecurityGroup
severity: high
policy: azure-network-exposure
why: >-
  A database that answers everybody is one password, or one missing password, away from being
  copied or held for ransom.
fix:
  console: >-
    Network security groups > {name} > Settings > Inbound security rules >
    each rule that allows a port of a database from Any or Internet >
    Source: IP addresses that you know > Save; or Delete.
  cli: |
    az network nsg rule update --subscription {account} --resource-group {resource_group} \
      --nsg-name {name} --name "${RULE:?name of the rule, as the finding tells}" \
      --source-address-prefixes "${TRUSTED:?addresses that you know}"
  terraform: |
    resource "azurerm_network_security_rule" "databases" {
      name                        = "databases"
      network_security_group_name = "{name}"
      resource_group_name         = "{resource_group}"
      priority                    = 200
      direction                   = "Inbound"
      access                      = "Allow"
      protocol                    = "Tcp"
      source_address_prefixes     = var.trusted_ranges
      source_port_range           = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "5432"
    }
---*/
WITH [1433, 1521, 3306, 5432, 5984, 6379, 7000, 8086, 9042, 9200, 11211, 27017] AS ports
UNWIND ports AS port
MATCH (group:AzureNetworkSecurityGroup)-[:HAS_RULE]->(rule:AzureSecurityRule)
WHERE rule.direction = 'Inbound'
  AND rule.access = 'Allow'
  AND rule.protocol IN ['tcp', '*']
  // The port is in a range: more of them begin at or below it than end before it.
  AND size([first IN rule.from_ports WHERE first <= port])
    > size([last IN rule.to_ports WHERE last < port])
UNWIND rule.from_anywhere AS family
WITH group, rule, port, family
// The first rule that fits decides: none that is for all of this may come before.
WHERE NOT EXISTS {
  (group)-[:HAS_RULE]->(earlier:AzureSecurityRule)
  WHERE earlier.direction = 'Inbound'
    AND earlier.priority < rule.priority
    AND earlier.protocol IN ['tcp', '*']
    AND earlier.is_for_all_source_ports = true
    AND family IN earlier.from_anywhere
    AND (
      family IN earlier.to_anywhere
      OR all(target IN rule.destinations WHERE target IN earlier.destinations)
    )
    AND size([first IN earlier.from_ports WHERE first <= port])
      > size([last IN earlier.to_ports WHERE last < port])
}
WITH group, rule, port, collect(family) AS families ORDER BY rule.priority, port
RETURN group AS resource, {
  rules: collect({
    name: rule.name,
    priority: rule.priority,
    protocol: rule.protocol,
    sources: rule.sources,
    port: port,
    families: families
  })
} AS evidence
