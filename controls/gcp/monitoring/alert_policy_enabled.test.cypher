// fail: off
CREATE (:GcpAlertPolicy {is_enabled: false})

// pass: on
CREATE (:GcpAlertPolicy {is_enabled: true})
