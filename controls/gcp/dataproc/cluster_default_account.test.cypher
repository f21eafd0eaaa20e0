// fail: with the one that came with the project
CREATE (:GcpDataprocCluster {uses_default_account: true})

// pass: with another
CREATE (:GcpDataprocCluster {uses_default_account: false})

// unread: with which
CREATE (:GcpDataprocCluster {unread: ['uses_default_account']})
