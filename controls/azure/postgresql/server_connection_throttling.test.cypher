// fail: they do not
CREATE (:AzurePostgresqlServer {throttles_connections: false})

// fail: nothing is said: by default they do not
CREATE (:AzurePostgresqlServer)

// pass: they do
CREATE (:AzurePostgresqlServer {throttles_connections: true})

// unread: its parameters could not be read
CREATE (:AzurePostgresqlServer {unread: ['throttles_connections']})
