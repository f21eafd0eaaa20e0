// fail: anyone lists it
CREATE (:AzureStorageContainer {public_access: 'Container'})
  -[:PART_OF]->(:AzureStorageAccount {allows_public_blobs: true})

// fail: anyone reads blobs whose name is known, and the account does not say that none may
CREATE (:AzureStorageContainer {public_access: 'Blob'})-[:PART_OF]->(:AzureStorageAccount)

// pass: the account forbids what the container says
CREATE (:AzureStorageContainer {public_access: 'Container'})
  -[:PART_OF]->(:AzureStorageAccount {allows_public_blobs: false})

// pass: it is private
CREATE (:AzureStorageContainer {public_access: 'None'})
  -[:PART_OF]->(:AzureStorageAccount {allows_public_blobs: true})

// pass: it does not say, which is private
CREATE (:AzureStorageContainer)-[:PART_OF]->(:AzureStorageAccount {allows_public_blobs: true})

// unread: what the account allows
CREATE (:AzureStorageContainer {public_access: 'Container'})
  -[:PART_OF]->(:AzureStorageAccount {unread: ['allows_public_blobs']})
