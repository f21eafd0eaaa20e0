// fail: it has none
CREATE (:GcpCloudFunction {})

// pass: it has one
CREATE (:GcpCloudFunction {vpc_connector: 'quay'})

// unread: whether it has
CREATE (:GcpCloudFunction {unread: ['vpc_connector']})
