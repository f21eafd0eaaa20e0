// fail: an old one among others
CREATE (:AzureMysqlServer {tls_versions: ['TLSv1.1', 'TLSv1.2']})

// fail: only the oldest
CREATE (:AzureMysqlServer {tls_versions: ['TLSv1']})

// pass: new ones
CREATE (:AzureMysqlServer {tls_versions: ['TLSv1.2', 'TLSv1.3']})

// pass: nothing is said: by default it is 1.2
CREATE (:AzureMysqlServer {tls_versions: []})

// unread: its parameters could not be read
CREATE (:AzureMysqlServer {unread: ['tls_versions']})
