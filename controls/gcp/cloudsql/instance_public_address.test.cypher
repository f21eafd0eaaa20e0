// fail: it has one
CREATE (:GcpSqlInstance {has_public_address: true})

// pass: it has none
CREATE (:GcpSqlInstance {has_public_address: false})

// unread: whether it has
CREATE (:GcpSqlInstance {unread: ['has_public_address']})
