// fail: a weaker one too
CREATE (:AzureStorageAccount {
  has_file_service: true, smb_channel_encryption: ['AES-128-GCM', 'AES-256-GCM']
})

// fail: it names none
CREATE (:AzureStorageAccount {has_file_service: true})

// pass: only that one
CREATE (:AzureStorageAccount {has_file_service: true, smb_channel_encryption: ['AES-256-GCM']})

// pass: it can't hold shares
CREATE (:AzureStorageAccount {has_file_service: false})

// unread: what its file service does could not be read
CREATE (:AzureStorageAccount {unread: ['has_file_service', 'smb_channel_encryption']})
