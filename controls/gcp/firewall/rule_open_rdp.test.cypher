// fail: the port itself
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})

// fail: the port inside a range
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388], tcp_to: [3390]
})

// fail: the port ends a range
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388], tcp_to: [3389]
})

// fail: a second range
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [1, 3388], tcp_to: [9, 3397]
})

// fail: every port
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [0], tcp_to: [65535]
})

// fail: for some instances
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389]
})

// pass: it is switched off
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})

// pass: it denies
CREATE (:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})

// pass: for known addresses
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: [], priority: 1000,
  targets: [], tcp_from: [3389], tcp_to: [3389]
})

// pass: the port below
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388], tcp_to: [3388]
})

// pass: the port above
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3390], tcp_to: [3390]
})

// pass: the ports around it
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388, 3390], tcp_to: [3388, 3390]
})

// pass: another protocol
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [], tcp_to: []
})

// pass: a rule with a lower number denies it
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'], priority: 999,
  targets: [], tcp_from: [3389], tcp_to: [3389]
})

// pass: a rule with the same number denies it
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})

// fail: what denies it comes later
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1001, targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: what denies it is switched off
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'], priority: 1000,
  targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: what comes before allows it too
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: it is denied in another network
CREATE (network:GcpNetwork)
CREATE (other:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (other)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: only the other family of addresses is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv6'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: only one of both families is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4', 'ipv6'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: only the port below is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388], tcp_to: [3388], expect: 'pass'
})

// fail: only the port above is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3390], tcp_to: [3390], expect: 'pass'
})

// pass: a range with the port in it is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3388], tcp_to: [3390]
})

// pass: it is denied for the same instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], tcp_from: [3389], tcp_to: [3389]
})

// pass: it is denied for all instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})

// fail: it is denied for some of the instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: it is denied for other instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag db'], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// fail: it allows all instances, and some are denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3389], tcp_to: [3389]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [3389], tcp_to: [3389], expect: 'pass'
})

// unread: rules that might deny it
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'], targets: [],
  tcp_from: [3389], tcp_to: [3389],
  unread: ['priority']
})
