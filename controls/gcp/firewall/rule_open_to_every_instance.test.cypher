// fail: for all instances
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, targets: [],
  traffic: ['icmp', 'tcp:443']
})

// pass: for some instances
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, targets: ['tag web'],
  traffic: ['all']
})

// pass: it is switched off
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: true, is_from_anywhere: true, targets: [], traffic: ['all']
})

// pass: it denies
CREATE (:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, targets: [], traffic: ['all']
})

// pass: for known addresses
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, targets: [], traffic: ['all']
})

// pass: only whether something is there
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, targets: [],
  traffic: ['icmp', '58']
})
