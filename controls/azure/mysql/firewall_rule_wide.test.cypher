// fail: an address too many
CREATE (:AzureMysqlFirewallRule {address_count: 257})
  <-[:HAS_RULE]-(:AzureMysqlServer {public_network_access: 'Enabled'})

// fail: the server does not say that it has a public address: by default it has
CREATE (:AzureMysqlFirewallRule {address_count: 65536})<-[:HAS_RULE]-(:AzureMysqlServer)

// pass: a block of 256
CREATE (:AzureMysqlFirewallRule {address_count: 256})
  <-[:HAS_RULE]-(:AzureMysqlServer {public_network_access: 'Enabled'})

// pass: the server has no public address
CREATE (:AzureMysqlFirewallRule {address_count: 65536})
  <-[:HAS_RULE]-(:AzureMysqlServer {public_network_access: 'Disabled'})
