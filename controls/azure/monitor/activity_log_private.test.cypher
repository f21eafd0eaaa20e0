// fail: containers may be opened
CREATE (:AzureStorageAccount {allows_public_blobs: true})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// fail: it does not say, and older accounts then allow it
CREATE (:AzureStorageAccount)
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// pass: none may be opened
CREATE (:AzureStorageAccount {allows_public_blobs: false})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// pass: it keeps something else
CREATE (:AzureStorageAccount {allows_public_blobs: true})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureKeyVault)

// unread: whether they may
CREATE (:AzureStorageAccount {unread: ['allows_public_blobs']})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
