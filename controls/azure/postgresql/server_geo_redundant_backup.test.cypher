// fail: in one region
CREATE (:AzurePostgresqlServer {geo_redundant_backup: false, replication_role: 'Primary'})

// fail: nothing is said: by default they are in one
CREATE (:AzurePostgresqlServer)

// pass: in another too
CREATE (:AzurePostgresqlServer {geo_redundant_backup: true})

// pass: a replica
CREATE (:AzurePostgresqlServer {geo_redundant_backup: false, replication_role: 'AsyncReplica'})

// pass: a replica elsewhere
CREATE (:AzurePostgresqlServer {geo_redundant_backup: false, replication_role: 'GeoAsyncReplica'})

// unread: whether they are could not be read
CREATE (:AzurePostgresqlServer {unread: ['geo_redundant_backup']})
