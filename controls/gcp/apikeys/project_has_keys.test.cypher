// fail: one
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpApiKey)

// pass: none
CREATE (:GcpProject)
CREATE (:GcpProject {expect: 'fail'})<-[:IN_PROJECT]-(:GcpApiKey)

// pass: it is deleted
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpApiKey {deleted_at: datetime() - duration({days: 2})})

// unread: whether it is deleted
CREATE (:GcpProject)<-[:IN_PROJECT]-(:GcpApiKey {unread: ['deleted_at']})
