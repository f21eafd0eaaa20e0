// fail: Microsoft's key
CREATE (:AzureStorageAccount {key_source: 'Microsoft.Storage'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// fail: it does not say whose key
CREATE (:AzureStorageAccount)
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// pass: a key of one's own, in whatever casing
CREATE (:AzureStorageAccount {key_source: 'Microsoft.KeyVault'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)

// pass: it keeps something else
CREATE (:AzureStorageAccount {key_source: 'Microsoft.Storage'})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureKeyVault)

// unread: whose key it is
CREATE (:AzureStorageAccount {unread: ['key_source']})
  <-[:SENDS_TO]-(:AzureDiagnosticSetting)-[:ABOUT]->(:AzureSubscription)
