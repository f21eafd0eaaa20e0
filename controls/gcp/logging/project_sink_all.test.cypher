// fail: no sink
CREATE (:GcpProject)

// fail: each leaves something out
CREATE (project:GcpProject)
CREATE (project)<-[:IN_PROJECT]-(:GcpLogSink {
  filter: 'severity>=ERROR', exclusions: [], is_disabled: false
})
CREATE (project)<-[:IN_PROJECT]-(:GcpLogSink {exclusions: ['severity=DEBUG'], is_disabled: false})
CREATE (project)<-[:IN_PROJECT]-(:GcpLogSink {exclusions: [], is_disabled: true})

// fail: the sink is another project's
CREATE (:GcpProject)
CREATE (:GcpProject {expect: 'pass'})
  <-[:IN_PROJECT]-(:GcpLogSink {exclusions: [], is_disabled: false})

// pass: one that keeps all
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpLogSink {exclusions: [], is_disabled: false})

// unread: what the sink leaves out
CREATE (:GcpProject)
  <-[:IN_PROJECT]-(:GcpLogSink {is_disabled: false, unread: ['exclusions']})
