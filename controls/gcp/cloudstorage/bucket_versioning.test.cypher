// fail: they are gone
CREATE (:GcpStorageBucket {versioning: false})

// pass: they are kept
CREATE (:GcpStorageBucket {versioning: true})

// pass: nothing can be overwritten
CREATE (:GcpStorageBucket {versioning: false, retention_seconds: 604800})

// unread: whether they are
CREATE (:GcpStorageBucket {unread: ['versioning']})
