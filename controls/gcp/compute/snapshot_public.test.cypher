// fail: anyone may use it
CREATE (:GcpSnapshot {public_roles: ['roles/compute.imageUser']})

// pass: nobody else may
CREATE (:GcpSnapshot {public_roles: []})

// unread: its policy
CREATE (:GcpSnapshot {unread: ['public_roles']})
