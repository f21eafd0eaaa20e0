// fail: with the one that came with the project
CREATE (:GcpCloudRunService {uses_default_account: true})

// pass: with another
CREATE (:GcpCloudRunService {uses_default_account: false})

// unread: with which
CREATE (:GcpCloudRunService {unread: ['uses_default_account']})
