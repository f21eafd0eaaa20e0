// fail: from everywhere
CREATE (:GcpCloudRunService {ingress: 'all'})

// pass: from within
CREATE (:GcpCloudRunService {ingress: 'internal'})

// unread: from where
CREATE (:GcpCloudRunService {unread: ['ingress']})
