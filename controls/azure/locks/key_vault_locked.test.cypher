// fail: there is no lock
CREATE (:Resource:AzureKeyVault {uid: '/s/1/rg/shop/vault/a'})

// fail: only its neighbours are locked
CREATE (:Resource:AzureKeyVault {uid: '/s/1/rg/shop/vault/a'})
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:Unseen {uid: '/s/1/rg/shop/vault/ab'})
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:Unseen {uid: '/s/1/rg/sho'})

// pass: it is locked itself
CREATE (locked:Resource:AzureKeyVault {uid: '/s/1/rg/shop/vault/a'})
CREATE (:AzureManagementLock)-[:LOCKS]->(locked)

// pass: its resource group is
CREATE (:Resource:AzureKeyVault {uid: '/s/1/rg/shop/vault/a'})
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:AzureResourceGroup {uid: '/s/1/rg/shop'})

// unread: what the lock is on
CREATE (:Resource:AzureKeyVault {uid: '/s/1/rg/shop/vault/a'})
CREATE (:AzureManagementLock {unread: ['LOCKS']})
