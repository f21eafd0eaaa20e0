// fail: they have
CREATE (:GcpDataprocCluster {internal_only: false})

// pass: they have not
CREATE (:GcpDataprocCluster {internal_only: true})

// unread: whether they have
CREATE (:GcpDataprocCluster {unread: ['internal_only']})
