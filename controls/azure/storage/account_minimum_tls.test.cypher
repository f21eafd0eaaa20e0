// fail: an older version is taken
CREATE (:AzureStorageAccount {minimum_tls_version: 'TLS1_1'})

// fail: it does not say
CREATE (:AzureStorageAccount)

// pass: 1.2
CREATE (:AzureStorageAccount {minimum_tls_version: 'TLS1_2'})

// unread: whether it is could not be read
CREATE (:AzureStorageAccount {unread: ['minimum_tls_version']})
