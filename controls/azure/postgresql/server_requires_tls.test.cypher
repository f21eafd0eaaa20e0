// fail: clear text is taken
CREATE (:AzurePostgresqlServer {requires_tls: false})

// pass: it is refused
CREATE (:AzurePostgresqlServer {requires_tls: true})

// pass: nothing is said: by default it is refused
CREATE (:AzurePostgresqlServer {version: '8'})

// unread: its parameters could not be read
CREATE (:AzurePostgresqlServer {unread: ['requires_tls']})
