// fail: nobody passes
CREATE (:AzureStorageAccount {default_action: 'Deny', bypass: ['None']})

// fail: others pass
CREATE (:AzureStorageAccount {default_action: 'Deny', bypass: ['Logging', 'Metrics']})

// pass: they do
CREATE (:AzureStorageAccount {default_action: 'Deny', bypass: ['Logging', 'AzureServices']})

// pass: everyone is let in
CREATE (:AzureStorageAccount {default_action: 'Allow', bypass: ['None']})

// unread: who passes could not be read
CREATE (:AzureStorageAccount {default_action: 'Deny', unread: ['bypass']})
