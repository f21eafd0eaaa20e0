// fail: it has one
CREATE (:AzureMysqlServer {public_network_access: 'Enabled'})

// fail: it does not say: by default it has
CREATE (:AzureMysqlServer)

// pass: it has none
CREATE (:AzureMysqlServer {public_network_access: 'Disabled'})

// unread: whether it has could not be read
CREATE (:AzureMysqlServer {unread: ['public_network_access']})
