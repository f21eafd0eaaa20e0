// fail: it can't
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', point_in_time_recovery: false})

// pass: it can
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', point_in_time_recovery: true})

// pass: a replica
CREATE (:GcpSqlInstance {kind: 'READ_REPLICA_INSTANCE', point_in_time_recovery: false})

// unread: whether it can
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', unread: ['point_in_time_recovery']})
