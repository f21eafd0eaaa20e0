// fail: a day less
CREATE (:GcpLogBucket {is_required: false, retention_days: 364})

// pass: a year
CREATE (:GcpLogBucket {is_required: false, retention_days: 365})

// pass: Google's own, which nobody can change
CREATE (:GcpLogBucket {is_required: true, retention_days: 30})

// unread: how long
CREATE (:GcpLogBucket {is_required: false, unread: ['retention_days']})
