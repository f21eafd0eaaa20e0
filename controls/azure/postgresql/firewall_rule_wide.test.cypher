// fail: an address too many
CREATE (:AzurePostgresqlFirewallRule {address_count: 257})
  <-[:HAS_RULE]-(:AzurePostgresqlServer {public_network_access: 'Enabled'})

// fail: the server does not say that it has a public address: by default it has
CREATE (:AzurePostgresqlFirewallRule {address_count: 65536})<-[:HAS_RULE]-(:AzurePostgresqlServer)

// pass: a block of 256
CREATE (:AzurePostgresqlFirewallRule {address_count: 256})
  <-[:HAS_RULE]-(:AzurePostgresqlServer {public_network_access: 'Enabled'})

// pass: the server has no public address
CREATE (:AzurePostgresqlFirewallRule {address_count: 65536})
  <-[:HAS_RULE]-(:AzurePostgresqlServer {public_network_access: 'Disabled'})
