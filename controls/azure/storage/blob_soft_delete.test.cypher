// fail: not kept
CREATE (:AzureStorageAccount {has_blob_service: true})

// fail: not long enough
CREATE (:AzureStorageAccount {has_blob_service: true, blob_soft_delete_days: 6})

// pass: a week
CREATE (:AzureStorageAccount {has_blob_service: true, blob_soft_delete_days: 7})

// pass: it can't hold blobs
CREATE (:AzureStorageAccount {has_blob_service: false})

// unread: what its blob service does could not be read
CREATE (:AzureStorageAccount {unread: ['has_blob_service', 'blob_soft_delete_days']})
