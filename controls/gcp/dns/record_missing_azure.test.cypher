// fail: nobody has it
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {
  host: 'gone.azurewebsites.net', given_by: 'azure'
})

// pass: an app has it
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'azure'})
  <-[:HAS_HOST_NAME]-(:AzureWebApp)

// pass: an address has it
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'azure'})
  <-[:HAS_HOST_NAME]-(:AzurePublicAddress)

// pass: a storage account has it
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'azure'})
  <-[:HAS_HOST_NAME]-(:AzureStorageAccount)

// pass: something that is not modelled has it
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'azure'})
  <-[:HAS_HOST_NAME]-(:AzureResource)

// pass: it is a name of another cloud
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'aws'})

// pass: no subscription is read, so that nobody knows
CREATE (:GcpDnsRecord)-[:POINTS_TO]->(:Resource:HostName {given_by: 'azure'})

// unread: where it leads
CREATE (:AzureSubscription)
CREATE (:GcpDnsRecord {unread: ['POINTS_TO']})
  -[:POINTS_TO {stale: true}]->(:Resource:HostName {given_by: 'azure'})
