// fail: it is set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_error_verbosity=verbose']})

// pass: not set, it is default
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: set to default
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_error_verbosity=default']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['log_error_verbosity=verbose']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
