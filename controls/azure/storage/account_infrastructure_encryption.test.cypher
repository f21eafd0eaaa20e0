// fail: once
CREATE (:AzureStorageAccount {infrastructure_encryption: false})

// fail: it does not say, which is once
CREATE (:AzureStorageAccount)

// pass: twice
CREATE (:AzureStorageAccount {infrastructure_encryption: true})

// unread: how often could not be read
CREATE (:AzureStorageAccount {unread: ['infrastructure_encryption']})
