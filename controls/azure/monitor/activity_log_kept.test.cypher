// fail: there is no setting
CREATE (:AzureSubscription)

// fail: the setting sends nothing
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: []
})

// pass: a category is sent
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['Administrative'], category_groups: []
})

// pass: a group of categories is sent
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['allLogs']
})

// unread: what is sent
CREATE (:AzureSubscription)<-[:ABOUT]-(:AzureDiagnosticSetting {
  unread: ['categories'], category_groups: []
})
