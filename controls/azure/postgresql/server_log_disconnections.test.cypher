// fail: they do not
CREATE (:AzurePostgresqlServer {log_disconnections: false})

// pass: they do
CREATE (:AzurePostgresqlServer {log_disconnections: true})

// pass: nothing is said: by default they do
CREATE (:AzurePostgresqlServer {version: '16'})

// unread: its parameters could not be read
CREATE (:AzurePostgresqlServer {unread: ['log_disconnections']})
