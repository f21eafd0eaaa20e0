// fail: it is set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['contained database authentication=on']})

// pass: not set, it is off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: []})

// pass: set to off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['contained database authentication=off']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['contained database authentication=on']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'SQLSERVER'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', unread: ['flags']})
