// fail: they are not
CREATE (:AzureStorageAccount {has_blob_service: true, has_hierarchy: false, versioning: false})

// fail: it does not say, which is that they are not
CREATE (:AzureStorageAccount {has_blob_service: true})

// pass: they are
CREATE (:AzureStorageAccount {has_blob_service: true, versioning: true})

// pass: a data lake can't
CREATE (:AzureStorageAccount {has_blob_service: true, has_hierarchy: true, versioning: false})

// pass: it can't hold blobs
CREATE (:AzureStorageAccount {has_blob_service: false})

// unread: what its blob service does could not be read
CREATE (:AzureStorageAccount {unread: ['has_blob_service', 'versioning']})
