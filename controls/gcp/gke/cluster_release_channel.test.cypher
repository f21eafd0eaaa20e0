// fail: it is in none
CREATE (:GcpGkeCluster {})

// pass: it is in one
CREATE (:GcpGkeCluster {release_channel: 'STABLE'})

// unread: whether it is
CREATE (:GcpGkeCluster {unread: ['release_channel']})
