// fail: it has one
CREATE (:AzurePostgresqlServer {public_network_access: 'Enabled'})

// fail: it does not say: by default it has
CREATE (:AzurePostgresqlServer)

// pass: it has none
CREATE (:AzurePostgresqlServer {public_network_access: 'Disabled'})

// unread: whether it has could not be read
CREATE (:AzurePostgresqlServer {unread: ['public_network_access']})
