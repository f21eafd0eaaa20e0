// fail: a rule lets in Azure
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})

// fail: public access is not said, and on by default
CREATE (:AzurePostgresqlServer)
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})

// fail: of several rules that do, the server is told once
CREATE (server:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})
CREATE (server)-[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})

// pass: the rule is for an office
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: false})

// pass: it has no public address
CREATE (:AzurePostgresqlServer {public_network_access: 'Disabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})

// unread: its rules could not be read
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled', unread: ['HAS_RULE']})
