// fail: a day short
CREATE (:AzureSqlServer {is_audited: true, audit_to_storage: true, audit_retention_days: 89})

// fail: a day
CREATE (:AzureSqlServer {is_audited: true, audit_to_storage: true, audit_retention_days: 1})

// pass: 90 days
CREATE (:AzureSqlServer {is_audited: true, audit_to_storage: true, audit_retention_days: 90})

// pass: for ever
CREATE (:AzureSqlServer {is_audited: true, audit_to_storage: true, audit_retention_days: 0})

// pass: records go to a workspace, which keeps them as it is told
CREATE (:AzureSqlServer {is_audited: true, audit_to_storage: false, audit_retention_days: 30})

// pass: nothing is recorded, which another control tells
CREATE (:AzureSqlServer {is_audited: false, audit_to_storage: true, audit_retention_days: 30})

// unread: its auditing could not be read
CREATE (:AzureSqlServer {unread: ['audit_retention_days']})
