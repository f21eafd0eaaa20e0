/*---
title: Security groups open no UDP to the internet
resource: AzureNetworkSecurityGroup
severity: high
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["8.3"]}
also: {prowler: [network_udp_internet_access_restricted]}
why: >-
  UDP does not check who asks: services that answer it are used to flood others under your address,
  and often need no sign-in at all.
fix:
  console: >-
    Network security groups > {name} > Settings > Inbound security rules >
    each rule that allows UDP, or a port such as 53, 123, 161 or 389, from Any or Internet >
    Source: IP addresses that you know > Save; or Delete.
  cli: |
    az network nsg rule update --subscription {account} --resource-group {resource_group} \
      --nsg-name {name} --name "${RULE:?name of the rule, as the finding tells}" \
      --source-address-prefixes "${TRUSTED:?addresses that you know}"
  terraform: |
    resource "azurerm_network_security_rule" "udp" {
      name                        = "udp"
      network_security_group_name = "{name}"
      resource_group_name         = "{resource_group}"
      priority                    = 200
      direction                   = "Inbound"
      access                      = "Allow"
      protocol                    = "Udp"
      source_address_prefixes     = var.trusted_ranges
      source_port_range           = "*"
      destination_address_prefix  = "*"
      destination_port_range      = "500"
    }
---*/
WITH [17, 19, 53, 69, 111, 123, 137, 161, 389, 520, 1900, 3702, 5353, 11211] AS abused_ports
MATCH (group:AzureNetworkSecurityGroup)-[:HAS_RULE]->(rule:AzureSecurityRule)
WHERE rule.direction = 'Inbound' AND rule.access = 'Allow' AND rule.protocol IN ['udp', '*']
UNWIND rule.from_anywhere AS family
// If anything is open, something is where a range begins, or right behind one that an earlier rule
// is for: so these are the ports to look at, beside those that are abused.
UNWIND abused_ports + rule.from_ports + COLLECT {
  MATCH (group)-[:HAS_RULE]->(other:AzureSecurityRule)
  UNWIND other.to_ports AS last
  RETURN last + 1
} AS port
WITH group, rule, port, family, abused_ports
// A rule for all protocols is seldom meant for UDP: there only ports count that are abused.
WHERE (rule.protocol = 'udp' OR port IN abused_ports)
  AND size([first IN rule.from_ports WHERE first <= port])
    > size([last IN rule.to_ports WHERE last < port])
  // The first rule that fits decides: none that denies all of this may come before.
  AND NOT EXISTS {
    (group)-[:HAS_RULE]->(earlier:AzureSecurityRule)
    WHERE earlier.direction = 'Inbound'
      AND earlier.access = 'Deny'
      AND earlier.priority < rule.priority // survives: never the same
      AND earlier.protocol IN ['udp', '*']
      AND earlier.is_for_all_source_ports = true
      AND family IN earlier.from_anywhere
      AND (
        family IN earlier.to_anywhere
        OR all(target IN rule.destinations WHERE target IN earlier.destinations)
      )
      AND size([first IN earlier.from_ports WHERE first <= port])
        > size([last IN earlier.to_ports WHERE last < port])
  }
WITH group, rule, min(port) AS port, collect(DISTINCT family) AS families ORDER BY rule.priority
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
