// fail: it is not set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// fail: it is set otherwise
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['cloudsql.enable_pgaudit=off']})

// pass: it is set
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['cloudsql.enable_pgaudit=on']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: []})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'POSTGRES'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'POSTGRES', unread: ['flags']})
