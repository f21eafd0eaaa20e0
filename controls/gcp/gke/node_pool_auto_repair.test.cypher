// fail: they are not
CREATE (:GcpGkeNodePool {auto_repair: false})

// pass: they are
CREATE (:GcpGkeNodePool {auto_repair: true})

// unread: whether they are
CREATE (:GcpGkeNodePool {unread: ['auto_repair']})
