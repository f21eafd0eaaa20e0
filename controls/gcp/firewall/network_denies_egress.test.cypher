// fail: no rule
CREATE (:GcpNetwork)

// pass: a rule denies the rest
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_to_anywhere: true, traffic: ['all'], targets: []
})

// fail: it allows it
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_to_anywhere: true, traffic: ['all'], targets: []
})

// fail: it is switched off
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: true, is_to_anywhere: true, traffic: ['all'], targets: []
})

// fail: it is for some addresses
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_to_anywhere: false, traffic: ['all'], targets: []
})

// fail: it is for some traffic
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_to_anywhere: true, traffic: ['tcp'], targets: []
})

// fail: it is for some instances
CREATE (:GcpNetwork)<-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_to_anywhere: true, traffic: ['all'], targets: ['tag web']
})
