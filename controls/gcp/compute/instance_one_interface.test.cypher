// fail: it stands in two
CREATE (:GcpComputeInstance {interfaces: 2})

// pass: it stands in one
CREATE (:GcpComputeInstance {interfaces: 1})
