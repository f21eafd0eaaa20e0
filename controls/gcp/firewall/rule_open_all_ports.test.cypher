// fail: every protocol
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// fail: every port of one
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['icmp', 'tcp:1-65535']
})

// pass: some ports
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp:443', 'icmp']
})

// pass: it is switched off
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// pass: it denies
CREATE (:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// pass: for known addresses
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: [], priority: 1000,
  targets: [], traffic: ['all']
})

// pass: a rule with a lower number denies it
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'], priority: 999,
  targets: [], traffic: ['all']
})

// pass: a rule with the same number denies it
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// fail: what denies it comes later
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1001, targets: [], traffic: ['all'], expect: 'pass'
})

// fail: what denies it is switched off
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: true, is_from_anywhere: true, from_any: ['ipv4'], priority: 1000,
  targets: [], traffic: ['all'], expect: 'pass'
})

// fail: what comes before allows it too
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all'], expect: 'pass'
})

// fail: it is denied in another network
CREATE (network:GcpNetwork)
CREATE (other:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (other)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all'], expect: 'pass'
})

// fail: only the other family of addresses is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv6'],
  priority: 1000, targets: [], traffic: ['all'], expect: 'pass'
})

// fail: only one of both families is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4', 'ipv6'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all'], expect: 'pass'
})

// fail: only some of it is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp'], expect: 'pass'
})

// fail: one of two protocols is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp', 'udp']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp'], expect: 'pass'
})

// pass: just that is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp', 'udp']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['udp', 'tcp']
})

// pass: everything is denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['tcp']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// pass: it is denied for the same instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], traffic: ['all']
})

// pass: it is denied for all instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})

// fail: it is denied for some of the instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web', 'tag db'], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], traffic: ['all'], expect: 'pass'
})

// fail: it is denied for other instances
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag db'], traffic: ['all'], expect: 'pass'
})

// fail: it allows all instances, and some are denied
CREATE (network:GcpNetwork)
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: [], traffic: ['all']
})
CREATE (network)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, from_any: ['ipv4'],
  priority: 1000, targets: ['tag web'], traffic: ['all'], expect: 'pass'
})
