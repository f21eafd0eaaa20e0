// fail: clear text is taken
CREATE (:AzureStorageAccount {https_only: false})

// pass: only HTTPS is taken
CREATE (:AzureStorageAccount {https_only: true})

// unread: whether it is could not be read
CREATE (:AzureStorageAccount {unread: ['https_only']})
