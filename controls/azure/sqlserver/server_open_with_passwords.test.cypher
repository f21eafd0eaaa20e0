// fail: a rule lets in Azure
CREATE (:AzureSqlServer {public_network_access: 'Enabled', entra_only: false})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// fail: a rule lets in a part of the internet
CREATE (:AzureSqlServer {public_network_access: 'Enabled', entra_only: false})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: false, address_count: 16777216})

// fail: neither sign-in nor public access is said: by default both are open
CREATE (:AzureSqlServer)-[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// fail: of several rules that do, the server is told once
CREATE (server:AzureSqlServer)-[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})
CREATE (server)-[:HAS_RULE]->(:AzureSqlFirewallRule {address_count: 4294967296})

// pass: Entra ID only
CREATE (:AzureSqlServer {public_network_access: 'Enabled', entra_only: true})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// pass: it has no public address
CREATE (:AzureSqlServer {public_network_access: 'Disabled', entra_only: false})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// pass: the rule is for known addresses
CREATE (:AzureSqlServer {public_network_access: 'Enabled', entra_only: false})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: false, address_count: 16777215})

// unread: its rules could not be read
CREATE (:AzureSqlServer {entra_only: false, unread: ['HAS_RULE']})
