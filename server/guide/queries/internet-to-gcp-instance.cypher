// Google Cloud rules that let in everybody, and reachable instances of their networks
MATCH p = (:GcpFirewallRule {action: 'allow', is_from_anywhere: true, is_disabled: false})
  -[:IN_NETWORK]->(:GcpNetwork)<--(:GcpComputeInstance {has_external_access: true})
RETURN p LIMIT 50
