// fail: its keys are taken
CREATE (:AzureStorageAccount {allows_shared_key: true})

// fail: it does not say
CREATE (:AzureStorageAccount)

// pass: they are not
CREATE (:AzureStorageAccount {allows_shared_key: false})

// unread: whether they are could not be read
CREATE (:AzureStorageAccount {unread: ['allows_shared_key']})
