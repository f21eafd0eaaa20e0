// fail: with one that came with the project
CREATE (:GcpCloudFunction {uses_default_account: true})

// pass: with another
CREATE (:GcpCloudFunction {uses_default_account: false})

// unread: with which
CREATE (:GcpCloudFunction {unread: ['uses_default_account']})
