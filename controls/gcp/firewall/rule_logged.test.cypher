// fail: nothing is logged
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, is_logged: false
})

// pass: it is logged
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: true, is_logged: true
})

// pass: it is switched off
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: true, is_from_anywhere: true, is_logged: false
})

// pass: it denies
CREATE (:GcpFirewallRule {
  action: 'deny', is_disabled: false, is_from_anywhere: true, is_logged: false
})

// pass: it is for known addresses
CREATE (:GcpFirewallRule {
  action: 'allow', is_disabled: false, is_from_anywhere: false, is_logged: false
})
