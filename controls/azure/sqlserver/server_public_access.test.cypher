// fail: it has one
CREATE (:AzureSqlServer {public_network_access: 'Enabled'})

// fail: it does not say: by default it has
CREATE (:AzureSqlServer)

// pass: it has none
CREATE (:AzureSqlServer {public_network_access: 'Disabled'})

// pass: a perimeter decides who reaches it
CREATE (:AzureSqlServer {public_network_access: 'SecuredByPerimeter'})

// unread: whether it has could not be read
CREATE (:AzureSqlServer {unread: ['public_network_access']})
