// fail: nothing
CREATE (:GcpProject {audited: []})

// fail: one is missing
CREATE (:GcpProject {audited: ['allServices ADMIN_READ', 'allServices DATA_READ']})

// fail: of one service only, and one is missing above
CREATE (:GcpProject {audited: ['storage.googleapis.com DATA_WRITE']})
  -[:CHILD_OF]->(:GcpFolder {audited: ['allServices ADMIN_READ', 'allServices DATA_READ']})

// pass: its own
CREATE (:GcpProject {audited: [
  'allServices ADMIN_READ', 'allServices DATA_READ', 'allServices DATA_WRITE'
]})

// pass: its own and what is above it, together
CREATE (:GcpProject {audited: ['allServices ADMIN_READ']})
  -[:CHILD_OF]->(:GcpFolder {audited: ['allServices DATA_READ']})
  -[:CHILD_OF]->(:GcpOrganization {audited: ['allServices DATA_WRITE']})

// unread: the organization's policy
CREATE (:GcpProject {audited: []})-[:CHILD_OF]->(:GcpOrganization {unread: ['audited']})
