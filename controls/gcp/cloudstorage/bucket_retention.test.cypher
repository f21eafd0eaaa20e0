// fail: they can
CREATE (:GcpStorageBucket {})

// fail: after a week
CREATE (:GcpStorageBucket {retention_seconds: 604800})

// pass: after 90 days
CREATE (:GcpStorageBucket {retention_seconds: 7776000})

// unread: after how long
CREATE (:GcpStorageBucket {unread: ['retention_seconds']})
