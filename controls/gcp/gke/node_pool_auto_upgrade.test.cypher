// fail: they stay
CREATE (:GcpGkeNodePool {auto_upgrade: false})

// pass: they are
CREATE (:GcpGkeNodePool {auto_upgrade: true})

// unread: whether they are
CREATE (:GcpGkeNodePool {unread: ['auto_upgrade']})
