// fail: it is off
CREATE (:AzureSqlServer {is_audited: false})

// fail: it was never set
CREATE (:AzureSqlServer)

// pass: it is on
CREATE (:AzureSqlServer {is_audited: true})

// unread: its auditing could not be read
CREATE (:AzureSqlServer {unread: ['is_audited']})
