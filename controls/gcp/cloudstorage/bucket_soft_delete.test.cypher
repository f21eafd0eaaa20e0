// fail: not for a second
CREATE (:GcpStorageBucket {soft_delete_seconds: 0})

// pass: for a week
CREATE (:GcpStorageBucket {soft_delete_seconds: 604800})

// pass: nothing was changed, and it is a week for all buckets
CREATE (:GcpStorageBucket {})

// unread: for how long
CREATE (:GcpStorageBucket {unread: ['soft_delete_seconds']})
