// fail: it is set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['external scripts enabled=on']})

// pass: not set, it is off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: []})

// pass: set to off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['external scripts enabled=off']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['external scripts enabled=on']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'SQLSERVER'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', unread: ['flags']})
