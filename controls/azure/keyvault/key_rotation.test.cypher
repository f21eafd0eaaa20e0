// fail: not rotated
CREATE (:AzureKeyVaultKey {is_rotated: false, is_enabled: true})

// fail: not rotated, and it does not say whether it is on
CREATE (:AzureKeyVaultKey {is_rotated: false})

// pass: rotated
CREATE (:AzureKeyVaultKey {is_rotated: true, is_enabled: true})

// pass: it is off
CREATE (:AzureKeyVaultKey {is_rotated: false, is_enabled: false})

// unread: its policy could not be read
CREATE (:AzureKeyVaultKey {is_enabled: true, unread: ['is_rotated']})
