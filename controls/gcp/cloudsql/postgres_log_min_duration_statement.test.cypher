// fail: it is set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_duration_statement=250']})

// fail: among others
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_duration_statement=250', 'other=1']})

// pass: not set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: other flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['other=1']})

// pass: set to -1
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_min_duration_statement=-1']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['log_min_duration_statement=250']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
