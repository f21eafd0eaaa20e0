// fail: it is off
CREATE (:AzureSqlServer {alerts_on_threats: false})

// fail: it was never set
CREATE (:AzureSqlServer)

// pass: it is on
CREATE (:AzureSqlServer {alerts_on_threats: true})

// unread: whether it does could not be read
CREATE (:AzureSqlServer {unread: ['alerts_on_threats']})
