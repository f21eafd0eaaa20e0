// fail: lists count too
CREATE (:GcpStorageBucket {uniform_access: false})

// fail: nothing was ever set, so that they count
CREATE (:GcpStorageBucket {})

// pass: policies alone
CREATE (:GcpStorageBucket {uniform_access: true})

// unread: which of them
CREATE (:GcpStorageBucket {unread: ['uniform_access']})
