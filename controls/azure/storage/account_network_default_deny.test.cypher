// fail: everyone is let in
CREATE (:AzureStorageAccount {default_action: 'Allow', public_network_access: 'Enabled'})

// fail: it has no rules, and does not say that it is shut
CREATE (:AzureStorageAccount)

// pass: only who is named
CREATE (:AzureStorageAccount {default_action: 'Deny', public_network_access: 'Enabled'})

// pass: only who is named, and it does not say whether it is shut
CREATE (:AzureStorageAccount {default_action: 'Deny'})

// pass: its public address is shut
CREATE (:AzureStorageAccount {default_action: 'Allow', public_network_access: 'Disabled'})

// unread: what its rules do could not be read
CREATE (:AzureStorageAccount {public_network_access: 'Enabled', unread: ['default_action']})
