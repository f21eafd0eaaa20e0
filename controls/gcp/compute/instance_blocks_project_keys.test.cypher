// fail: it takes them
CREATE (:GcpComputeInstance {blocks_project_keys: false})

// fail: nothing is said of its metadata
CREATE (:GcpComputeInstance)

// pass: it does not
CREATE (:GcpComputeInstance {blocks_project_keys: true})

// unread: whether it does
CREATE (:GcpComputeInstance {unread: ['blocks_project_keys']})
