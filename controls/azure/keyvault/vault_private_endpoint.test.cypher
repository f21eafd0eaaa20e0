// fail: none
CREATE (:AzureKeyVault)

// fail: one that nobody approved
CREATE (:AzureKeyVault)
  -[:HAS_PRIVATE_ENDPOINT {status: 'Pending'}]->(:Resource:AzurePrivateEndpoint)

// pass: one that leads there
CREATE (:AzureKeyVault)
  -[:HAS_PRIVATE_ENDPOINT {status: 'Approved'}]->(:Resource:AzurePrivateEndpoint)

// unread: whether it has one could not be read
CREATE (:AzureKeyVault {unread: ['HAS_PRIVATE_ENDPOINT']})
