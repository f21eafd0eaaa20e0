// fail: it is not set
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: []})

// fail: it is set otherwise
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['local_infile=on']})

// pass: it is set
CREATE (:GcpSqlInstance {engine: 'MYSQL', flags: ['local_infile=off']})

// pass: another engine
CREATE (:GcpSqlInstance {engine: 'POSTGRES', flags: []})

// pass: it has no settings, being elsewhere
CREATE (:GcpSqlInstance {engine: 'MYSQL'})

// unread: its flags
CREATE (:GcpSqlInstance {engine: 'MYSQL', unread: ['flags']})
