// fail: none
CREATE (:AzureContainerRegistry)

// pass: one
CREATE (:AzureContainerRegistry)-[:HAS_PRIVATE_ENDPOINT]->(:Resource:AzurePrivateEndpoint)

// pass: one that is not known
CREATE (:AzureContainerRegistry)-[:HAS_PRIVATE_ENDPOINT]->(:Resource:Unseen)
