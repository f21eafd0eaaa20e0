// fail: a role for anyone
CREATE (:GcpProject {public_roles: ['roles/viewer']})

// pass: none
CREATE (:GcpProject {public_roles: []})

// unread: its policy
CREATE (:GcpProject {unread: ['public_roles']})
