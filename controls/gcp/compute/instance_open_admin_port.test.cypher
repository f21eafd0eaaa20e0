// fail: SSH, for all instances
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: Remote Desktop
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [3389], tcp_to: [3389]
})

// fail: the port inside a range
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [21], tcp_to: [23]
})

// fail: over IPv6
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv6']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv6'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: by its tag
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000,
  targets: ['tag other', 'tag web'], tcp_from: [22], tcp_to: [22]
})

// fail: by its account
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000,
  targets: ['account a@example.com'], tcp_from: [22], tcp_to: [22]
})

// pass: for other instances
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: ['tag db'],
  tcp_from: [22], tcp_to: [22]
})

// pass: it has no address
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: its address is of the other family
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv6']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: for known addresses
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: [], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: the rule is switched off
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: true, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: the rule denies
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: what the rule does is not said
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: null, is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: the port below
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [21], tcp_to: [21]
})

// pass: the port above
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [23], tcp_to: [23]
})

// pass: a rule of another network
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: a rule with a lower number denies it
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 999, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: a rule with the same number denies it
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// pass: a range with the port in it is denied
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [21], tcp_to: [23]
})

// fail: what denies it comes later
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1001, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: what denies it is switched off
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: true, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: what comes before allows it too
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 999, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: the other family is denied
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv6'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})

// fail: the port below is denied
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [21], tcp_to: [21]
})

// fail: the port above is denied
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [23], tcp_to: [23]
})

// pass: it is denied by its tag
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000,
  targets: ['tag db', 'tag web'], tcp_from: [22], tcp_to: [22]
})

// fail: it is denied for other instances
CREATE (network:GcpNetwork)
CREATE (:GcpComputeInstance {firewall_targets: ['tag web', 'account a@example.com']})
  -[:IN_NETWORK {reached_over: ['ipv4']}]->(network)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: [],
  tcp_from: [22], tcp_to: [22]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], priority: 1000, targets: ['tag db'],
  tcp_from: [22], tcp_to: [22]
})
