// fail: they can't
CREATE (:AzurePostgresqlServer {entra_authentication: false})

// fail: nothing is said: by default they can't
CREATE (:AzurePostgresqlServer)

// pass: they can
CREATE (:AzurePostgresqlServer {entra_authentication: true})

// unread: how one signs in could not be read
CREATE (:AzurePostgresqlServer {unread: ['entra_authentication']})
