// fail: both ways are open
CREATE (:AzureKeyVault {public_network_access: 'Enabled'})
  -[:HAS_PRIVATE_ENDPOINT]->(:Resource:AzurePrivateEndpoint)

// fail: it does not say that it is shut
CREATE (:AzureKeyVault)-[:HAS_PRIVATE_ENDPOINT]->(:Resource:Unseen)

// pass: it is shut
CREATE (:AzureKeyVault {public_network_access: 'Disabled'})
  -[:HAS_PRIVATE_ENDPOINT]->(:Resource:AzurePrivateEndpoint)

// pass: no endpoint, which is for another control
CREATE (:AzureKeyVault {public_network_access: 'Enabled'})

// unread: whether it is shut could not be read
CREATE (:AzureKeyVault {unread: ['public_network_access']})
  -[:HAS_PRIVATE_ENDPOINT]->(:Resource:AzurePrivateEndpoint)
