// fail: OS Login without it
CREATE (:GcpProject {uses_compute: true, os_login: true, os_login_2fa: false})

// fail: it was never set
CREATE (:GcpProject {uses_compute: true, os_login: true})

// fail: it is set, and OS Login is off
CREATE (:GcpProject {uses_compute: true, os_login: false, os_login_2fa: true})

// fail: it is set, and OS Login never was
CREATE (:GcpProject {uses_compute: true, os_login_2fa: true})

// pass: both
CREATE (:GcpProject {uses_compute: true, os_login: true, os_login_2fa: true})

// pass: no Compute Engine
CREATE (:GcpProject {uses_compute: false})
