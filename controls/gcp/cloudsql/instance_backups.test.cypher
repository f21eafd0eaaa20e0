// fail: none are made
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', backups: false})

// pass: they are
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', backups: true})

// pass: a replica, whose primary is backed up
CREATE (:GcpSqlInstance {kind: 'READ_REPLICA_INSTANCE', backups: false})

// unread: whether they are made
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', unread: ['backups']})
