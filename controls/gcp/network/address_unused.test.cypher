// fail: unused
CREATE (:GcpAddress {is_external: true, is_in_use: false})

// pass: in use
CREATE (:GcpAddress {is_external: true, is_in_use: true})

// pass: an internal one
CREATE (:GcpAddress {is_external: false, is_in_use: false})
