// fail: none
CREATE (:AzureAppServicePlan {apps: 0})

// pass: one
CREATE (:AzureAppServicePlan {apps: 1})

// pass: Azure does not tell
CREATE (:AzureAppServicePlan)
