// fail: a rule lets in Azure
CREATE (:AzureSqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// fail: public access is not said, and on by default
CREATE (:AzureSqlServer)
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// fail: of several rules that do, the server is told once
CREATE (server:AzureSqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})
CREATE (server)-[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// pass: the rule is for an office
CREATE (:AzureSqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: false})

// pass: it has no public address
CREATE (:AzureSqlServer {public_network_access: 'Disabled'})
  -[:HAS_RULE]->(:AzureSqlFirewallRule {allows_azure_services: true})

// unread: its rules could not be read
CREATE (:AzureSqlServer {public_network_access: 'Enabled', unread: ['HAS_RULE']})
