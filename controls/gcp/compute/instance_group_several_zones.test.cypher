// fail: all in one
CREATE (:GcpInstanceGroupManager {zones: ['europe-west1-b']})

// pass: in two
CREATE (:GcpInstanceGroupManager {zones: ['europe-west1-b', 'europe-west1-c']})
