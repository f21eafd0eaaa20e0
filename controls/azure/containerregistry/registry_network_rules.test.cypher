// fail: all are let in
CREATE (:AzureContainerRegistry {public_network_access: 'Enabled', default_action: 'Allow'})

// fail: it has no rules
CREATE (:AzureContainerRegistry {public_network_access: 'Enabled'})

// fail: it was never closed
CREATE (:AzureContainerRegistry {default_action: 'Allow'})

// pass: only those who are named
CREATE (:AzureContainerRegistry {public_network_access: 'Enabled', default_action: 'Deny'})

// pass: by private endpoints only
CREATE (:AzureContainerRegistry {public_network_access: 'Disabled', default_action: 'Allow'})
