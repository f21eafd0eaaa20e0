// fail: nothing takes its logs
CREATE (:GcpGkeCluster {logging: 'none'})

// pass: Cloud Logging does
CREATE (:GcpGkeCluster {logging: 'logging.googleapis.com/kubernetes'})

// unread: what does
CREATE (:GcpGkeCluster {unread: ['logging']})
