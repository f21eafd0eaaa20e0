// fail: they start anything
CREATE (:GcpGkeNodePool {secure_boot: false})

// pass: they do
CREATE (:GcpGkeNodePool {secure_boot: true})

// unread: whether they do
CREATE (:GcpGkeNodePool {unread: ['secure_boot']})
