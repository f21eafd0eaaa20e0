// fail: it is set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['user options=256']})

// fail: among others
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['user options=256', 'other=1']})

// pass: not set
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: []})

// pass: other flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', flags: ['other=1']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: ['user options=256']})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'SQLSERVER'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'SQLSERVER', unread: ['flags']})
