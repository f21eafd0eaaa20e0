// fail: set too high
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_messages=panic']})

// pass: not set, it is warning
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: lower
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_messages=warning']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['log_min_messages=panic']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
