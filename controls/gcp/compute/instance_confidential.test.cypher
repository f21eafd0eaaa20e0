// fail: it is not
CREATE (:GcpComputeInstance {is_confidential: false})

// pass: it is
CREATE (:GcpComputeInstance {is_confidential: true})
