// fail: no end
CREATE (:AzureKeyVaultSecret {is_enabled: true})-[:STORED_IN]->(:AzureKeyVault {uses_rbac: true})

// fail: no end, and it does not say whether it is on
CREATE (:AzureKeyVaultSecret)-[:STORED_IN]->(:AzureKeyVault {uses_rbac: true})

// pass: an end
CREATE (:AzureKeyVaultSecret {is_enabled: true, expires_at: datetime('2030-01-01T00:00:00Z')})
  -[:STORED_IN]->(:AzureKeyVault {uses_rbac: true})

// pass: it is off
CREATE (:AzureKeyVaultSecret {is_enabled: false})-[:STORED_IN]->(:AzureKeyVault {uses_rbac: true})

// pass: a vault of the other kind
CREATE (:AzureKeyVaultSecret {is_enabled: true})-[:STORED_IN]->(:AzureKeyVault {uses_rbac: false})

// pass: in a vault that does not say
CREATE (:AzureKeyVaultSecret {is_enabled: true})-[:STORED_IN]->(:AzureKeyVault)

// unread: which kind its vault is of
CREATE (:AzureKeyVaultSecret {is_enabled: true})
  -[:STORED_IN]->(:AzureKeyVault {unread: ['uses_rbac']})
