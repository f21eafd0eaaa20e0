// fail: the oldest
CREATE (:AzurePostgresqlServer {minimum_tls_version: 'TLSv1'})

// fail: an old one
CREATE (:AzurePostgresqlServer {minimum_tls_version: 'TLSv1.1'})

// pass: 1.2
CREATE (:AzurePostgresqlServer {minimum_tls_version: 'TLSv1.2'})

// pass: nothing is said: by default it is 1.2
CREATE (:AzurePostgresqlServer {version: '16'})

// unread: its parameters could not be read
CREATE (:AzurePostgresqlServer {unread: ['minimum_tls_version']})
