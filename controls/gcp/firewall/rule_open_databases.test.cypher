// fail: the port of a database
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})

// fail: ports of several
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [3306, 27017], tcp_to: [3306, 27018]
})

// fail: a port inside a range
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5431], tcp_to: [5433]
})

// pass: it is switched off
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})

// pass: it denies
CREATE (:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})

// pass: for known addresses
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: [], priority: 1000,
  targets: [], tcp_from: [5432], tcp_to: [5432]
})

// pass: the port below
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5431], tcp_to: [5431]
})

// pass: the port above
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5433], tcp_to: [5433]
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
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'], priority: 999,
  targets: [], tcp_from: [5432], tcp_to: [5432]
})

// pass: a rule with the same number denies it
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})

// fail: what denies it comes later
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1001, targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: what denies it is switched off
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'], priority: 1000,
  targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: what comes before allows it too
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: it is denied in another network
CREATE (network:GcpNetwork)
CREATE (other:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (other)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: only the other family of addresses is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv6'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: only one of both families is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4', 'ipv6'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: only the port below is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5431], tcp_to: [5431], expect: 'pass'
})

// fail: only the port above is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5433], tcp_to: [5433], expect: 'pass'
})

// pass: a range with the port in it is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5431], tcp_to: [5433]
})

// pass: it is denied for the same instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], tcp_from: [5432], tcp_to: [5432]
})

// pass: it is denied for all instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})

// fail: it is denied for some of the instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: it is denied for other instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag db'], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})

// fail: it allows all instances, and some are denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], tcp_from: [5432], tcp_to: [5432]
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], tcp_from: [5432], tcp_to: [5432], expect: 'pass'
})
