// fail: there is no lock
CREATE (:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// fail: only its neighbours are locked
CREATE (:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:Unseen {uid: '/s/1/rg/shop/account/ab'})
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:Unseen {uid: '/s/1/rg/sho'})

// pass: it is locked itself
CREATE (locked:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
CREATE (:AzureManagementLock)-[:LOCKS]->(locked)

// pass: its resource group is
CREATE (:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
CREATE (:AzureManagementLock)-[:LOCKS]->(:Resource:AzureResourceGroup {uid: '/s/1/rg/shop'})

// pass: it keeps something else
CREATE (:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureKeyVault)

// unread: what the lock is on
CREATE (:Resource:AzureStorageAccount {uid: '/s/1/rg/shop/account/a'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
CREATE (:AzureManagementLock {unread: ['LOCKS']})
