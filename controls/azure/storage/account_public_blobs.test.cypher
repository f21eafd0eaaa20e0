// fail: containers may be opened
CREATE (:AzureStorageAccount {allows_public_blobs: true})

// fail: it does not say
CREATE (:AzureStorageAccount)

// pass: none may be
CREATE (:AzureStorageAccount {allows_public_blobs: false})

// unread: whether they may could not be read
CREATE (:AzureStorageAccount {unread: ['allows_public_blobs']})
