// fail: its policy only tells
CREATE (:AzureApplicationGateway)
  -[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: true, mode: 'Detection'})

// fail: its own firewall only tells
CREATE (:AzureApplicationGateway {firewall_enabled: true, firewall_mode: 'Detection'})

// pass: its policy blocks
CREATE (:AzureApplicationGateway)
  -[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: true, mode: 'Prevention'})

// pass: its policy blocks, and counts before its own settings
CREATE (:AzureApplicationGateway {firewall_enabled: true, firewall_mode: 'Detection'})
  -[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: true, mode: 'Prevention'})

// pass: its own firewall blocks
CREATE (:AzureApplicationGateway {firewall_enabled: true, firewall_mode: 'Prevention'})

// pass: its own firewall is off, which is another matter
CREATE (:AzureApplicationGateway {firewall_enabled: false, firewall_mode: 'Detection'})

// pass: its policy is off, which is another matter
CREATE (:AzureApplicationGateway)
  -[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: false, mode: 'Detection'})

// unread: how its policy works
CREATE (:AzureApplicationGateway)
  -[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: true, unread: ['mode']})
