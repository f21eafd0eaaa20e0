// fail: none
CREATE (:AzureStorageAccount)

// fail: one that nobody approved
CREATE (:AzureStorageAccount)
  -[:HAS_PRIVATE_ENDPOINT {status: 'Pending'}]->(:Resource:AzurePrivateEndpoint)

// pass: one that leads there
CREATE (:AzureStorageAccount)
  -[:HAS_PRIVATE_ENDPOINT {status: 'Approved'}]->(:Resource:AzurePrivateEndpoint)

// pass: one of a subscription that is not read
CREATE (:AzureStorageAccount)-[:HAS_PRIVATE_ENDPOINT {status: 'Approved'}]->(:Resource:Unseen)

// unread: whether it has one could not be read
CREATE (:AzureStorageAccount {unread: ['HAS_PRIVATE_ENDPOINT']})
