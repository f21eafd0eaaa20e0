// fail: nothing
CREATE (:AzureKeyVault {log_categories: []})

// fail: something else
CREATE (:AzureKeyVault {log_categories: ['AzurePolicyEvaluationDetails']})

// pass: audits
CREATE (:AzureKeyVault {log_categories: ['AuditEvent']})

// unread: what is could not be read
CREATE (:AzureKeyVault {unread: ['log_categories', 'LOGS_TO']})
