// fail: clear text is taken
CREATE (:AzureMysqlServer {requires_tls: false})

// pass: it is refused
CREATE (:AzureMysqlServer {requires_tls: true})

// pass: nothing is said: by default it is refused
CREATE (:AzureMysqlServer {version: '8'})

// unread: its parameters could not be read
CREATE (:AzureMysqlServer {unread: ['requires_tls']})
