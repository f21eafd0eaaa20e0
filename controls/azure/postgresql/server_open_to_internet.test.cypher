// fail: a rule lets in everyone
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 4294967296})

// fail: a rule lets in a part of the internet; public access is not said, and on by default
CREATE (:AzurePostgresqlServer)
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 16777216})

// fail: of several rules that do, the server is told once
CREATE (server:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 2147483648})
CREATE (server)-[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 2147483648})

// pass: known addresses only
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 16777215})

// pass: the rule is for Azure
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {allows_azure_services: true})

// pass: it has no public address
CREATE (:AzurePostgresqlServer {public_network_access: 'Disabled'})
  -[:HAS_RULE]->(:AzurePostgresqlFirewallRule {address_count: 4294967296})

// pass: it has no rule
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})

// unread: its rules could not be read
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled', unread: ['HAS_RULE']})
