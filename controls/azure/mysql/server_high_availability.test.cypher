// fail: none
CREATE (:AzureMysqlServer {high_availability: 'Disabled', replication_role: 'Source'})

// fail: nothing is said: by default there is none
CREATE (:AzureMysqlServer)

// pass: in another zone
CREATE (:AzureMysqlServer {high_availability: 'ZoneRedundant'})

// pass: in the same zone
CREATE (:AzureMysqlServer {high_availability: 'SameZone'})

// pass: a replica
CREATE (:AzureMysqlServer {high_availability: 'Disabled', replication_role: 'Replica'})

// unread: whether there is one could not be read
CREATE (:AzureMysqlServer {unread: ['high_availability']})
