// fail: its own
CREATE (:GcpProject {audit_exempted: ['allServices DATA_READ user:ada@harbour.example']})

// fail: of what is above it, found once
CREATE (:GcpProject {audit_exempted: []})
  -[:CHILD_OF]->(:GcpFolder {audit_exempted: ['allServices DATA_READ user:a@harbour.example']})
  -[:CHILD_OF]->(:GcpOrganization {audit_exempted: [
    'storage.googleapis.com DATA_READ user:a@harbour.example'
  ]})

// pass: nobody
CREATE (:GcpProject {audit_exempted: []})-[:CHILD_OF]->(:GcpOrganization {audit_exempted: []})

// unread: its policy
CREATE (:GcpProject {unread: ['audit_exempted']})
