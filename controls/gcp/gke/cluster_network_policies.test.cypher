// fail: they are not
CREATE (:GcpGkeCluster {is_autopilot: false, network_policies: false})

// pass: they are
CREATE (:GcpGkeCluster {is_autopilot: false, network_policies: true})

// pass: Google keeps its nodes, which enforce them
CREATE (:GcpGkeCluster {is_autopilot: true, network_policies: false})

// unread: whether they are
CREATE (:GcpGkeCluster {is_autopilot: false, unread: ['network_policies']})
