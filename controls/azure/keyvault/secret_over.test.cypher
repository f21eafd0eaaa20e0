// fail: over and on
CREATE (:AzureKeyVaultSecret {is_enabled: true, expires_at: datetime() - duration({days: 1})})

// fail: over, and it does not say whether it is on
CREATE (:AzureKeyVaultSecret {expires_at: datetime() - duration({days: 1})})

// pass: over and off
CREATE (:AzureKeyVaultSecret {is_enabled: false, expires_at: datetime() - duration({days: 1})})

// pass: over this very moment
CREATE (:AzureKeyVaultSecret {is_enabled: true, expires_at: datetime()})

// pass: not over
CREATE (:AzureKeyVaultSecret {is_enabled: true, expires_at: datetime() + duration({days: 1})})

// unread: whether it is on could not be read
CREATE (:AzureKeyVaultSecret {
  expires_at: datetime() - duration({days: 1}), unread: ['is_enabled']
})
