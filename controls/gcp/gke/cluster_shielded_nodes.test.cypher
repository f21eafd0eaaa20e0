// fail: they do not
CREATE (:GcpGkeCluster {is_autopilot: false, shielded_nodes: false})

// pass: they do
CREATE (:GcpGkeCluster {is_autopilot: false, shielded_nodes: true})

// pass: Google keeps its nodes, which do
CREATE (:GcpGkeCluster {is_autopilot: true, shielded_nodes: false})

// unread: whether they do
CREATE (:GcpGkeCluster {is_autopilot: false, unread: ['shielded_nodes']})
