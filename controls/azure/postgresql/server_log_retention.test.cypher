// fail: three days
CREATE (:AzurePostgresqlServer {log_retention_days: 3})

// fail: nothing is said: by default it is three
CREATE (:AzurePostgresqlServer)

// pass: four days
CREATE (:AzurePostgresqlServer {log_retention_days: 4})

// unread: its parameters could not be read
CREATE (:AzurePostgresqlServer {unread: ['log_retention_days']})
