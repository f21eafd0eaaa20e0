// fail: other services only
CREATE (:GcpProject)
  <-[:IN_PROJECT]-(:GcpEnabledService {name: 'compute.googleapis.com', state: 'ENABLED'})

// fail: switched off again
CREATE (:GcpProject)
  <-[:IN_PROJECT]-(:GcpEnabledService {name: 'cloudasset.googleapis.com', state: 'DISABLED'})

// fail: on in another project
CREATE (:GcpProject)
CREATE (:GcpProject {expect: 'pass'})
  <-[:IN_PROJECT]-(:GcpEnabledService {name: 'cloudasset.googleapis.com', state: 'ENABLED'})

// pass: on
CREATE (:GcpProject)
  <-[:IN_PROJECT]-(:GcpEnabledService {name: 'cloudasset.googleapis.com', state: 'ENABLED'})

// unread: whether it is on
CREATE (:GcpProject)
  <-[:IN_PROJECT]-(:GcpEnabledService {name: 'cloudasset.googleapis.com', unread: ['state']})
