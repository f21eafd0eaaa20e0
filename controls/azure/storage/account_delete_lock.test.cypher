// fail: no lock
CREATE (:AzureStorageAccount {locks: []})

// pass: one against being deleted
CREATE (:AzureStorageAccount {locks: ['CanNotDelete']})

// pass: one against all changes
CREATE (:AzureStorageAccount {locks: ['ReadOnly']})

// fail: one that does not say against what
CREATE (:AzureStorageAccount {locks: ['NotSpecified']})

// unread: which locks it has could not be read
CREATE (:AzureStorageAccount {unread: ['locks']})
