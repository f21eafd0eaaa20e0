// fail: 91 days old
CREATE (:AzureStorageAccount {
  allows_shared_key: true, keys_created_at: datetime() - duration({days: 91}),
  created_at: datetime() - duration({days: 400})
})

// fail: as old as the account, which does not say that it takes none
CREATE (:AzureStorageAccount {created_at: datetime() - duration({days: 91})})

// fail: it does not say how old
CREATE (:AzureStorageAccount {allows_shared_key: true})

// pass: exactly 90 days old
CREATE (:AzureStorageAccount {
  allows_shared_key: true, keys_created_at: datetime() - duration({days: 90}),
  created_at: datetime() - duration({days: 400})
})

// pass: 89 days old
CREATE (:AzureStorageAccount {
  allows_shared_key: true, keys_created_at: datetime() - duration({days: 89}),
  created_at: datetime() - duration({days: 400})
})

// pass: old and not taken
CREATE (:AzureStorageAccount {
  allows_shared_key: false, keys_created_at: datetime() - duration({days: 400})
})

// unread: how old they are could not be read
CREATE (:AzureStorageAccount {allows_shared_key: true, unread: ['keys_created_at']})
