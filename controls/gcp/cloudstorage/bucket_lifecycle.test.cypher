// fail: it has no rules
CREATE (:GcpStorageBucket {lifecycle_rules: 0})

// pass: it has one
CREATE (:GcpStorageBucket {lifecycle_rules: 1})

// unread: its rules
CREATE (:GcpStorageBucket {unread: ['lifecycle_rules']})
