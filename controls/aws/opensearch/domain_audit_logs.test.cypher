// fail: no log
CREATE (:AwsOpensearchDomain {log_types: []})

// fail: other logs
CREATE (:AwsOpensearchDomain {log_types: ['ES_APPLICATION_LOGS']})

// pass: the audit log
CREATE (:AwsOpensearchDomain {log_types: ['AUDIT_LOGS']})
