// fail: others only
CREATE (:AzureMysqlServer {audit_log_enabled: true, audit_log_events: ['GENERAL']})

// fail: none
CREATE (:AzureMysqlServer {audit_log_enabled: true, audit_log_events: []})

// pass: among others
CREATE (:AzureMysqlServer {audit_log_enabled: true, audit_log_events: ['ADMIN', 'CONNECTION']})

// pass: it keeps no log, which another control tells
CREATE (:AzureMysqlServer {audit_log_enabled: false, audit_log_events: ['GENERAL']})

// unread: its parameters could not be read
CREATE (:AzureMysqlServer {unread: ['audit_log_events']})
