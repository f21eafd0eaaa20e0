// fail: no health check
CREATE (:GcpInstanceGroupManager {heals: false})

// pass: a health check
CREATE (:GcpInstanceGroupManager {heals: true})
