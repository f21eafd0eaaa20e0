// fail: a rule lets in everyone
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 4294967296})

// fail: a rule lets in a part of the internet; public access is not said, and on by default
CREATE (:AzureMysqlServer)
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 16777216})

// fail: of several rules that do, the server is told once
CREATE (server:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 2147483648})
CREATE (server)-[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 2147483648})

// pass: known addresses only
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 16777215})

// pass: the rule is for Azure
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {allows_azure_services: true})

// pass: it has no public address
CREATE (:AzureMysqlServer {public_network_access: 'Disabled'})
  -[:HAS_RULE]->(:AzureMysqlFirewallRule {address_count: 4294967296})

// pass: it has no rule
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})

// unread: its rules could not be read
CREATE (:AzureMysqlServer {public_network_access: 'Enabled', unread: ['HAS_RULE']})
