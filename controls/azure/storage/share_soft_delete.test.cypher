// fail: not kept
CREATE (:AzureStorageAccount {has_file_service: true})

// fail: not long enough
CREATE (:AzureStorageAccount {has_file_service: true, share_soft_delete_days: 6})

// pass: a week
CREATE (:AzureStorageAccount {has_file_service: true, share_soft_delete_days: 7})

// pass: it can't hold shares
CREATE (:AzureStorageAccount {has_file_service: false})

// unread: what its file service does could not be read
CREATE (:AzureStorageAccount {unread: ['has_file_service', 'share_soft_delete_days']})
