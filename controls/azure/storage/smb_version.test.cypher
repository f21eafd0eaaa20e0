// fail: an older one too
CREATE (:AzureStorageAccount {has_file_service: true, smb_versions: ['SMB3.0', 'SMB3.1.1']})

// fail: it names none
CREATE (:AzureStorageAccount {has_file_service: true})

// pass: only that one
CREATE (:AzureStorageAccount {has_file_service: true, smb_versions: ['SMB3.1.1']})

// pass: it can't hold shares
CREATE (:AzureStorageAccount {has_file_service: false})

// unread: what its file service does could not be read
CREATE (:AzureStorageAccount {unread: ['has_file_service', 'smb_versions']})
