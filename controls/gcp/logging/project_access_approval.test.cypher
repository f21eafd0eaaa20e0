// fail: without settings
CREATE (:GcpProject)-[:CHILD_OF]->(:GcpOrganization)

// fail: for no service
CREATE (:GcpProject)<-[:APPROVES_FOR]-(:GcpAccessApproval {services: []})

// fail: for another project
CREATE (:GcpProject)
CREATE (:GcpProject {expect: 'pass'})<-[:APPROVES_FOR]-(:GcpAccessApproval {services: ['all']})

// pass: its own
CREATE (:GcpProject)<-[:APPROVES_FOR]-(:GcpAccessApproval {services: ['Cloud Storage']})

// pass: those of the organization
CREATE (:GcpProject)-[:CHILD_OF]->(:GcpFolder)-[:CHILD_OF]->(:GcpOrganization)
  <-[:APPROVES_FOR]-(:GcpAccessApproval {services: ['all']})

// unread: for which services
CREATE (:GcpProject)<-[:APPROVES_FOR]-(:GcpAccessApproval {unread: ['services']})
