// fail: clear text is taken
CREATE (:GcpSqlInstance {requires_tls: false})

// pass: it is refused
CREATE (:GcpSqlInstance {requires_tls: true})

// pass: it is elsewhere, and is only copied from
CREATE (:GcpSqlInstance {kind: 'ON_PREMISES_INSTANCE'})

// unread: whether it is
CREATE (:GcpSqlInstance {unread: ['requires_tls']})
