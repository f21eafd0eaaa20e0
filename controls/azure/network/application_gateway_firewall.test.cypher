// fail: none
CREATE (:AzureApplicationGateway)

// fail: switched off
CREATE (:AzureApplicationGateway {firewall_enabled: false})

// fail: its policy is not in force
CREATE (:AzureApplicationGateway)-[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: false})

// pass: a firewall of its own settings
CREATE (:AzureApplicationGateway {firewall_enabled: true})

// pass: a policy
CREATE (:AzureApplicationGateway)-[:GUARDED_BY]->(:AzureWebFirewallPolicy {is_enabled: true})

// unread: its policies
CREATE (:AzureApplicationGateway {unread: ['GUARDED_BY']})
