// fail: it is reached from public networks
CREATE (:AzureDatabricksWorkspace {public_network_access: 'Enabled', has_public_addresses: false})

// fail: it does not say, and Azure leaves it open
CREATE (:AzureDatabricksWorkspace {has_public_addresses: false})

// fail: its clusters have public addresses
CREATE (:AzureDatabricksWorkspace {public_network_access: 'Disabled', has_public_addresses: true})

// fail: it does not say of its clusters, and Azure gave them addresses
CREATE (:AzureDatabricksWorkspace {public_network_access: 'Disabled'})

// pass: it is closed both ways
CREATE (:AzureDatabricksWorkspace {public_network_access: 'Disabled', has_public_addresses: false})

// unread: whether it is could not be read
CREATE (:AzureDatabricksWorkspace {unread: ['public_network_access', 'has_public_addresses']})
