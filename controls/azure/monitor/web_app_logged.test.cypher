// fail: there is no setting
CREATE (:AzureWebApp)

// fail: the setting sends something else
CREATE (:AzureWebApp)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['AppServicePlatformLogs'], category_groups: ['another']
})

// pass: the log is sent, among others
CREATE (:AzureWebApp)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['AppServiceConsoleLogs', 'AppServiceHTTPLogs'], category_groups: []
})

// pass: it is a Functions app, and its log is sent
CREATE (:AzureWebApp)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: ['FunctionAppLogs'], category_groups: []
})

// pass: all logs are sent
CREATE (:AzureWebApp)<-[:ABOUT]-(:AzureDiagnosticSetting {
  categories: [], category_groups: ['allLogs']
})

// unread: what is sent
CREATE (:AzureWebApp)<-[:ABOUT]-(:AzureDiagnosticSetting {
  unread: ['categories'], category_groups: []
})
