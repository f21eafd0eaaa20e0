// fail: with a key
CREATE (:AzureStorageAccount {default_to_oauth: false})

// fail: it does not say, which is with a key
CREATE (:AzureStorageAccount)

// pass: as the user
CREATE (:AzureStorageAccount {default_to_oauth: true})

// unread: how could not be read
CREATE (:AzureStorageAccount {unread: ['default_to_oauth']})
