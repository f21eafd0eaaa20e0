// fail: every port of every protocol
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: every port of TCP
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: every port of UDP
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'udp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: every port but 0, which nothing uses
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [1], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: over IPv6 only
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial comes after it
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 300, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial is of what leaves
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial is of one protocol
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial is of one source port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: false
  })

// fail: the denial is of IPv4, and IPv6 is open
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*', from_anywhere: ['ipv4'],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [0], to_ports: [65535],
    is_for_all_source_ports: true
  })

// fail: the denial is of one of two destinations
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4', '10.0.0.5'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial is of every address in one family
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv6'], destinations: ['::/0'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial begins above the first port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [2], to_ports: [65535], is_for_all_source_ports: true
  })

// fail: the denial ends below the last port
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65534], is_for_all_source_ports: true
  })

// pass: no rule
CREATE (:AzureNetworkSecurityGroup)

// pass: for known addresses
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*', from_anywhere: [],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [0], to_ports: [65535],
    is_for_all_source_ports: true
  })

// pass: on the way out
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Outbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: it denies
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: of a protocol without ports
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'icmp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: it begins above the first port
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [2], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: it ends below the last port
CREATE (:AzureNetworkSecurityGroup)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65534], is_for_all_source_ports: true
  })

// pass: denied before
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before, but for port 0, which nothing uses
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [1], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before, of the same protocol
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before, of every protocol
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: 'tcp',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before in the one family that it is for
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*', from_anywhere: ['ipv6'],
    to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'], from_ports: [0], to_ports: [65535],
    is_for_all_source_ports: true
  })

// pass: denied before to every destination
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: ['ipv4', 'ipv6'], destinations: ['*'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// pass: denied before to the same destinations
CREATE (group:AzureNetworkSecurityGroup)
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Allow', priority: 200, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })
CREATE (group)
  -[:HAS_RULE]->(:AzureSecurityRule {
    direction: 'Inbound', access: 'Deny', priority: 100, protocol: '*',
    from_anywhere: ['ipv4', 'ipv6'], to_anywhere: [], destinations: ['10.0.0.4', '10.0.0.5'],
    from_ports: [0], to_ports: [65535], is_for_all_source_ports: true
  })

// unread: its rules
CREATE (:AzureNetworkSecurityGroup {unread: ['HAS_RULE']})
