// fail: there is none
CREATE (:AzureSubscription {subscription: '1'})

// fail: only another subscription has one
CREATE (:AzureSubscription {subscription: '1'})
CREATE (:AzureApplicationInsights {account: '2'})

// pass: there is one
CREATE (:AzureSubscription {subscription: '1'})
CREATE (:AzureApplicationInsights {account: '1'})
