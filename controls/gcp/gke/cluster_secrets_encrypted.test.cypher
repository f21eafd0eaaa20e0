// fail: they are not
CREATE (:GcpGkeCluster {secrets_encrypted: false})

// pass: they are
CREATE (:GcpGkeCluster {secrets_encrypted: true})

// unread: whether they are
CREATE (:GcpGkeCluster {unread: ['secrets_encrypted']})
