// fail: it is reached from anywhere
CREATE (:AzureStorageAccount {public_network_access: 'Enabled'})

// fail: it does not say
CREATE (:AzureStorageAccount)

// pass: it is shut
CREATE (:AzureStorageAccount {public_network_access: 'Disabled'})

// pass: a perimeter shuts it
CREATE (:AzureStorageAccount {public_network_access: 'SecuredByPerimeter'})

// unread: whether it is could not be read
CREATE (:AzureStorageAccount {unread: ['public_network_access']})
