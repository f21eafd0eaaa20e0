// fail: none
CREATE (:AzurePostgresqlServer {high_availability: 'Disabled', replication_role: 'Primary'})

// fail: nothing is said: by default there is none
CREATE (:AzurePostgresqlServer)

// pass: in another zone
CREATE (:AzurePostgresqlServer {high_availability: 'ZoneRedundant'})

// pass: in the same zone
CREATE (:AzurePostgresqlServer {high_availability: 'SameZone'})

// pass: a replica
CREATE (:AzurePostgresqlServer {high_availability: 'Disabled', replication_role: 'AsyncReplica'})

// pass: a replica elsewhere
CREATE (:AzurePostgresqlServer {high_availability: 'Disabled', replication_role: 'GeoAsyncReplica'})

// unread: whether there is one could not be read
CREATE (:AzurePostgresqlServer {unread: ['high_availability']})
