// fail: access policies do
CREATE (:AzureKeyVault {uses_rbac: false})

// fail: it does not say, which is access policies
CREATE (:AzureKeyVault)

// pass: role assignments do
CREATE (:AzureKeyVault {uses_rbac: true})

// unread: which do could not be read
CREATE (:AzureKeyVault {unread: ['uses_rbac']})
