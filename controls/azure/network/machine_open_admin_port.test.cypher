// fail: its own group
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the group of its subnet
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)
  -[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: both groups
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)
  -[:PROTECTED_BY]->(outer:AzureNetworkSecurityGroup)
CREATE (outer)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: remote desktop, inside a range
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [3380], to_ports: [3400], is_for_all_source_ports: true
  })

// fail: the last port of a range
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [20], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the first port of a range
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [30], is_for_all_source_ports: true
  })

// fail: every protocol
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: over IPv6
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv6'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv6'], destinations: ['*'], from_ports: [22],
    to_ports: [22], is_for_all_source_ports: true
  })

// fail: to one of its own addresses
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4', '10.0.0.5']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: no group, and a basic address
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Basic', version: 'IPv4'})

// fail: a basic address behind an open group
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Basic', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial comes after it
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 300, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial is of the other family
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial is of what leaves
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial is of another protocol
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'udp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial is of one source port
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: false
  })

// fail: the denial is of one of its addresses
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4', '10.0.0.5']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.5'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// fail: the denial ends below the port
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [20], to_ports: [21], is_for_all_source_ports: true
  })

// fail: the denial begins above the port
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [23], to_ports: [30], is_for_all_source_ports: true
  })

// pass: no group, and a standard address
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})

// pass: a group without such a rule
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)

// pass: a basic address behind a group without such a rule
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Basic', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)

// pass: its own group is open, that of the subnet is not
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)
  -[:PROTECTED_BY]->(outer:AzureNetworkSecurityGroup)

// pass: the subnet is open, its own group is not
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)
  -[:PROTECTED_BY]->(outer:AzureNetworkSecurityGroup)
CREATE (outer)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: no public address
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: known addresses
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp', from_anywhere: [],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [22], to_ports: [22],
    is_for_all_source_ports: true
  })

// pass: the rule is for IPv6, the address is not
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: the rule leads to another machine
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.9'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: the way out
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: it denies
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: another protocol
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'udp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: the port below
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [21], to_ports: [21], is_for_all_source_ports: true
  })

// pass: the port above
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [23], to_ports: [23], is_for_all_source_ports: true
  })

// pass: denied before
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: denied before, with every protocol
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: denied before to its own address
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })

// pass: denied before by the end of a range
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [20], to_ports: [22], is_for_all_source_ports: true
  })

// pass: denied before by the beginning of a range
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(interface:AzureNetworkInterface {private_addresses: ['10.0.0.4']})
  -[:HAS_ADDRESS]->(:AzurePublicAddress {sku: 'Standard', version: 'IPv4'})
CREATE (interface)-[:PROTECTED_BY]->(group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [22], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [22], to_ports: [30], is_for_all_source_ports: true
  })

// unread: whether it has a public address
CREATE (:AzureVirtualMachine)
  <-[:ATTACHED_TO]-(:AzureNetworkInterface {unread: ['HAS_ADDRESS']})
