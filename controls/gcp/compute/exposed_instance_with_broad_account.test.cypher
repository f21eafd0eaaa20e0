// fail: by an address of its own
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})

// fail: by its tag
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: ['tag web', 'tag db']
})

// fail: by a load balancer
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager)-[:MANAGES]->(:GcpInstanceGroup)
  <-[:ROUTES_TO]-(:GcpBackendService)<-[:ROUTES_TO]-(:GcpUrlMap)
  <-[:FORWARDS_TO]-(:GcpTargetHttpsProxy)
  <-[:FORWARDS_TO]-(:GcpForwardingRule {is_external: true})

// fail: by a load balancer in clear text
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/viewer', 'roles/owner']}]-(:GcpProject)
CREATE (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager)-[:MANAGES]->(:GcpInstanceGroup)
  <-[:ROUTES_TO]-(:GcpBackendService)<-[:ROUTES_TO]-(:GcpUrlMap)
  <-[:FORWARDS_TO]-(:GcpTargetHttpProxy)
  <-[:FORWARDS_TO]-(:GcpForwardingRule {is_external: true})

// fail: by both at once
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})
CREATE (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager)-[:MANAGES]->(:GcpInstanceGroup)
  <-[:ROUTES_TO]-(:GcpBackendService)<-[:ROUTES_TO]-(:GcpUrlMap)
  <-[:FORWARDS_TO]-(:GcpTargetHttpsProxy)
  <-[:FORWARDS_TO]-(:GcpForwardingRule {is_external: true})

// pass: nothing leads to it
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)

// pass: the account may do less
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/viewer']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})

// pass: its tokens are good for less
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/logging.write']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})

// pass: the load balancer is internal
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:MANAGED_BY]->(:GcpInstanceGroupManager)-[:MANAGES]->(:GcpInstanceGroup)
  <-[:ROUTES_TO]-(:GcpBackendService)<-[:ROUTES_TO]-(:GcpUrlMap)
  <-[:FORWARDS_TO]-(:GcpTargetHttpsProxy)
  <-[:FORWARDS_TO]-(:GcpForwardingRule {is_external: false})

// pass: it has no address
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})

// pass: its address is of the other family
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv6']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: []
})

// pass: the rule is switched off
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: true, from_any: ['ipv4'], targets: []
})

// pass: the rule denies
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'deny', is_disabled: false, from_any: ['ipv4'], targets: []
})

// pass: the rule is for known addresses
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: [], targets: []
})

// pass: the rule is for other instances
CREATE (instance:GcpComputeInstance {
  firewall_targets: ['tag web'],
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})-[:HAS_IDENTITY]->(:GcpServiceAccount)
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
CREATE (instance)-[:IN_NETWORK {reached_over: ['ipv4']}]->(:GcpNetwork)
  <-[:IN_NETWORK]-(:GcpFirewallRule {
  action: 'allow', is_disabled: false, from_any: ['ipv4'], targets: ['tag db']
})
