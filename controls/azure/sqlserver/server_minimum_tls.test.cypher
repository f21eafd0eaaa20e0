// fail: an old version
CREATE (:AzureSqlServer {minimum_tls_version: '1.1'})

// fail: any version
CREATE (:AzureSqlServer {minimum_tls_version: 'None'})

// fail: it does not say: by default of old any is taken
CREATE (:AzureSqlServer)

// pass: 1.2
CREATE (:AzureSqlServer {minimum_tls_version: '1.2'})

// pass: 1.3
CREATE (:AzureSqlServer {minimum_tls_version: '1.3'})

// unread: its version could not be read
CREATE (:AzureSqlServer {unread: ['minimum_tls_version']})
