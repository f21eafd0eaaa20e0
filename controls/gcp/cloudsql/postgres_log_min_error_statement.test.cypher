// fail: set too high
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_error_statement=panic']})

// pass: not set, it is error
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: lower
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_error_statement=error']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['log_min_error_statement=panic']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
