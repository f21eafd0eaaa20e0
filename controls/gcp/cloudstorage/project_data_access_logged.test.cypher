// fail: nothing is
CREATE (:GcpProject {audited: []})

// fail: only writes are
CREATE (:GcpProject {audited: ['storage.googleapis.com DATA_WRITE']})

// fail: only reads are
CREATE (:GcpProject {audited: ['allServices ADMIN_READ', 'allServices DATA_READ']})

// pass: both are
CREATE (:GcpProject {audited: ['storage.googleapis.com DATA_WRITE', 'allServices DATA_READ']})

// pass: one of both is said by the organization
CREATE (:GcpProject {audited: ['allServices DATA_READ']})
  -[:CHILD_OF]->(:GcpFolder {audited: []})
  -[:CHILD_OF]->(:GcpOrganization {audited: ['allServices DATA_WRITE']})

// pass: both are, by a folder far above
CREATE (:GcpProject {audited: []})
  -[:CHILD_OF]->(:GcpFolder {audited: []})
  -[:CHILD_OF]->(:GcpFolder {audited: ['allServices DATA_READ', 'allServices DATA_WRITE']})

// fail: another project's folder says so
CREATE (:GcpProject {audited: []})-[:CHILD_OF]->(:GcpFolder {audited: []})
CREATE (:GcpFolder {audited: ['allServices DATA_READ', 'allServices DATA_WRITE']})

// unread: its policy
CREATE (:GcpProject {unread: ['audited']})

// unread: what is above it
CREATE (:GcpProject {audited: []})-[:CHILD_OF]->(:GcpFolder {unread: ['audited']})
