// fail: Azure's own key
CREATE (:AzureSqlServer {key_source: 'ServiceManaged'})

// fail: nothing is said: by default it is Azure's
CREATE (:AzureSqlServer)

// pass: a key in a vault
CREATE (:AzureSqlServer {key_source: 'AzureKeyVault'})

// unread: its key could not be read
CREATE (:AzureSqlServer {unread: ['key_source']})
