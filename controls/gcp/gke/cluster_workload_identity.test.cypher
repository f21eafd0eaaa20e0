// fail: they have none
CREATE (:GcpGkeCluster {is_autopilot: false})

// pass: they have
CREATE (:GcpGkeCluster {is_autopilot: false, workload_pool: 'p.svc.id.goog'})

// pass: Google keeps its nodes, where they always have
CREATE (:GcpGkeCluster {is_autopilot: true})

// unread: whether they have
CREATE (:GcpGkeCluster {is_autopilot: false, unread: ['workload_pool']})
