// fail: it may
CREATE (:AzureStorageAccount {cross_tenant_replication: true})

// fail: it does not say
CREATE (:AzureStorageAccount)

// pass: it may not
CREATE (:AzureStorageAccount {cross_tenant_replication: false})

// unread: whether it may could not be read
CREATE (:AzureStorageAccount {unread: ['cross_tenant_replication']})
