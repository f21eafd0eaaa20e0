// fail: anyone may use it
CREATE (:GcpImage {public_roles: ['roles/compute.imageUser']})

// pass: nobody else may
CREATE (:GcpImage {public_roles: []})

// unread: its policy
CREATE (:GcpImage {unread: ['public_roles']})
