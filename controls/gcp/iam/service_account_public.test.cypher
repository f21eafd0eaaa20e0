// fail: a role for anyone
CREATE (:GcpServiceAccount {public_roles: ['roles/iam.serviceAccountUser']})

// pass: none
CREATE (:GcpServiceAccount {public_roles: []})

// unread: its policy
CREATE (:GcpServiceAccount {unread: ['public_roles']})
