// fail: it is not set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: []})

// fail: it is set otherwise
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['3625=off']})

// pass: it is set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['3625=on']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'SQLSERVER'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', unread: ['flags']})
