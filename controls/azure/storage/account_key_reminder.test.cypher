// fail: no reminder
CREATE (:AzureStorageAccount)

// fail: a late one
CREATE (:AzureStorageAccount {key_expiry_days: 91})

// pass: in time
CREATE (:AzureStorageAccount {key_expiry_days: 90})

// unread: whether there is one could not be read
CREATE (:AzureStorageAccount {unread: ['key_expiry_days']})
