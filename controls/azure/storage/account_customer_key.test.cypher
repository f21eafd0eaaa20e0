// fail: with a key of Microsoft's
CREATE (:AzureStorageAccount {key_source: 'Microsoft.Storage'})

// fail: it does not say, which is with one of Microsoft's
CREATE (:AzureStorageAccount)

// pass: with one of a vault
CREATE (:AzureStorageAccount {key_source: 'Microsoft.Keyvault'})

// unread: whose key could not be read
CREATE (:AzureStorageAccount {unread: ['key_source']})
