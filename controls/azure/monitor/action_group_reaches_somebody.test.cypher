// fail: it is off
CREATE (:AzureActionGroup {is_enabled: false, receivers: ['email']})

// fail: nobody receives
CREATE (:AzureActionGroup {is_enabled: true, receivers: []})

// pass: somebody does
CREATE (:AzureActionGroup {is_enabled: true, receivers: ['email']})

// unread: who does
CREATE (:AzureActionGroup {is_enabled: true, unread: ['receivers']})
