// fail: a rule lets in Azure
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})

// fail: public access is not said, and on by default
CREATE (:AzureMysqlServer)
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})

// fail: of several rules that do, the server is told once
CREATE (server:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})
CREATE (server)-[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})

// pass: the rule is for an office
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: false})

// pass: it has no public address
CREATE (:AzureMysqlServer {public_network_access: 'Disabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})

// unread: its rules could not be read
CREATE (:AzureMysqlServer {public_network_access: 'Enabled', unread: ['HAS_RULE']})
