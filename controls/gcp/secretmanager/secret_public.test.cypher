// fail: a role for anyone
CREATE (:GcpSecret {public_roles: ['roles/secretmanager.secretAccessor']})

// pass: none
CREATE (:GcpSecret {public_roles: []})

// unread: its policy
CREATE (:GcpSecret {unread: ['public_roles']})
