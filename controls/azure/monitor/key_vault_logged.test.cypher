// fail: there is no setting
CREATE (:AzureKeyVault)

// fail: the setting sends something else
CREATE (:AzureKeyVault)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['AzurePolicyEvaluationDetails'], category_groups: ['another']
})

// pass: the log is sent
CREATE (:AzureKeyVault)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['AuditEvent'], category_groups: []
})

// pass: the group of audits, among others
CREATE (:AzureKeyVault)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['another', 'audit']
})

// pass: the group of all
CREATE (:AzureKeyVault)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['allLogs']
})

// unread: what is sent
CREATE (:AzureKeyVault)<-[:ABOUT]-(:AzureDiagnosticSetting {
  unread: ['categories'], category_groups: []
})
