// fail: they have
CREATE (:GcpGkeCluster {has_private_nodes: false})

// pass: they have not
CREATE (:GcpGkeCluster {has_private_nodes: true})

// unread: whether they have
CREATE (:GcpGkeCluster {unread: ['has_private_nodes']})
