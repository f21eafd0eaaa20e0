// fail: the port itself
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the port inside a range
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5430], to_ports: [5434], is_for_all_source_ports: true
  })

// fail: the port begins a range
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5434], is_for_all_source_ports: true
  })

// fail: the port ends a range
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5430], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the port in a list of ranges
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [7, 5432, 5437], to_ports: [9, 5432, 5437], is_for_all_source_ports: true
  })

// fail: every port of every protocol
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: over IPv4 only
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: over IPv6 only
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the denial comes after it
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 300, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the denial is of IPv4, and IPv6 is open
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the denial is of some addresses only
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp', from_anywhere: [],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [5432], to_ports: [5432],
    is_for_all_source_ports: true
  })

// fail: the denial is of what leaves
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the denial is of another protocol
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'udp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the denial is of one source port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: false
  })

// fail: the denial ends below the port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5430], to_ports: [5431], is_for_all_source_ports: true
  })

// fail: the denial begins above the port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5433], to_ports: [5434], is_for_all_source_ports: true
  })

// fail: the denial is of one of two destinations
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4', '10.0.0.5'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// fail: the rule before it allows too
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: no rule
CREATE (:AzureNetworkSecurityGroup)

// pass: for known addresses
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp', from_anywhere: [],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [5432], to_ports: [5432],
    is_for_all_source_ports: true
  })

// pass: on the way out
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: the port below
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5431], to_ports: [5431], is_for_all_source_ports: true
  })

// pass: the port above
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5433], to_ports: [5433], is_for_all_source_ports: true
  })

// pass: the port between two ranges
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5429, 5433], to_ports: [5431, 5435], is_for_all_source_ports: true
  })

// pass: another protocol
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'udp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: it denies
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: denied before
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: denied before, with every protocol and port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before by the end of a range
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5430], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: denied before by the beginning of a range
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5434], is_for_all_source_ports: true
  })

// pass: denied before in the one family that it is for
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: denied before to every destination
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// pass: denied before to the same destinations
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4', '10.0.0.5'],
    from_ports: [5432], to_ports: [5432], is_for_all_source_ports: true
  })

// unread: its rules
CREATE (:AzureNetworkSecurityGroup {unread: ['HAS_RULE']})
