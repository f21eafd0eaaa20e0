// fail: the older way is on
CREATE (:GcpGkeCluster {legacy_abac: true})

// pass: it is off
CREATE (:GcpGkeCluster {legacy_abac: false})

// unread: whether it is on
CREATE (:GcpGkeCluster {unread: ['legacy_abac']})
