// fail: it is set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['cross db ownership chaining=on']})

// pass: not set, it is off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: []})

// pass: set to off
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['cross db ownership chaining=off']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['cross db ownership chaining=on']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'SQLSERVER'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', unread: ['flags']})
