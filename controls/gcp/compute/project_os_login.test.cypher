// fail: it is off
CREATE (:GcpProject {uses_compute: true, os_login: false})

// fail: it was never set
CREATE (:GcpProject {uses_compute: true})

// pass: it is on
CREATE (:GcpProject {uses_compute: true, os_login: true})

// pass: no Compute Engine
CREATE (:GcpProject {uses_compute: false})
