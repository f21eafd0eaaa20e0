// fail: there is no setting
CREATE (:AzureSubscription)

// fail: one is missing
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['Administrative', 'Alert', 'Policy'], category_groups: []
})

// fail: another group of categories
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['audit']
})

// pass: all of them, by two settings
CREATE (subscription:AzureSubscription)
CREATE (subscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['Administrative', 'Alert'], category_groups: []
})
CREATE (subscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['Policy', 'Security'], category_groups: []
})

// pass: the group of all
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['allLogs']
})

// unread: what is sent
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  unread: ['categories'], category_groups: []
})
