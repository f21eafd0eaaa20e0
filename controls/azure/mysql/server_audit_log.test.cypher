// fail: they do not
CREATE (:AzureMysqlServer {audit_log_enabled: false})

// fail: nothing is said: by default they do not
CREATE (:AzureMysqlServer)

// pass: they do
CREATE (:AzureMysqlServer {audit_log_enabled: true})

// unread: its parameters could not be read
CREATE (:AzureMysqlServer {unread: ['audit_log_enabled']})
