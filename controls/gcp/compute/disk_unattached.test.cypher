// fail: left over
CREATE (:GcpDisk {is_attached: false})

// pass: attached
CREATE (:GcpDisk {is_attached: true})
