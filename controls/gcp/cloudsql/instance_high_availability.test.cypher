// fail: it lives in one zone
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', availability: 'ZONAL'})

// fail: nothing was chosen, which is one zone
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE'})

// pass: it has a standby
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', availability: 'REGIONAL'})

// pass: a replica
CREATE (:GcpSqlInstance {kind: 'READ_REPLICA_INSTANCE', availability: 'ZONAL'})

// unread: whether it has
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', unread: ['availability']})
