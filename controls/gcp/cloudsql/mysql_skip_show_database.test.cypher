// fail: it is not set
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: []})

// fail: it is set otherwise
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['skip_show_database=off']})

// pass: it is set
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['skip_show_database=on']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'MYSQL'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'MYSQL', unread: ['flags']})
