// fail: a day too short
CREATE (:AzureLogAnalyticsWorkspace {retention_days: 89})

// fail: it does not say
CREATE (:AzureLogAnalyticsWorkspace)

// pass: just long enough
CREATE (:AzureLogAnalyticsWorkspace {retention_days: 90})

// unread: how long
CREATE (:AzureLogAnalyticsWorkspace {unread: ['retention_days']})
