// fail: it is not set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// fail: it is set otherwise
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_statement=none']})

// pass: it is set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_statement=ddl']})

// pass: it logs more
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['log_statement=mod']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: []})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
