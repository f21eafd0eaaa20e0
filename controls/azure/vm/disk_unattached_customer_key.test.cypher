// fail: Azure's own key
CREATE (:AzureDisk {is_attached: false, encryption_type: 'EncryptionAtRestWithPlatformKey'})

// fail: nothing is said, which is Azure's own key
CREATE (:AzureDisk {is_attached: false})

// pass: a key of one's own
CREATE (:AzureDisk {is_attached: false, encryption_type: 'EncryptionAtRestWithCustomerKey'})

// pass: both
CREATE (:AzureDisk {
  is_attached: false, encryption_type: 'EncryptionAtRestWithPlatformAndCustomerKeys'
})

// pass: it is a machine's
CREATE (:AzureDisk {is_attached: true, encryption_type: 'EncryptionAtRestWithPlatformKey'})
