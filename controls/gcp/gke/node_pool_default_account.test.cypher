// fail: with the one that came with the project
CREATE (:GcpGkeNodePool {uses_default_account: true})

// pass: with another
CREATE (:GcpGkeNodePool {uses_default_account: false})

// unread: with which
CREATE (:GcpGkeNodePool {unread: ['uses_default_account']})
