// fail: it can
CREATE (:GcpSqlInstance {deletion_protection: false})

// pass: it can't
CREATE (:GcpSqlInstance {deletion_protection: true})

// unread: whether it can
CREATE (:GcpSqlInstance {unread: ['deletion_protection']})
