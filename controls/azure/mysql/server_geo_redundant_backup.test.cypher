// fail: in one region
CREATE (:AzureMysqlServer {geo_redundant_backup: false, replication_role: 'Source'})

// fail: nothing is said: by default they are in one
CREATE (:AzureMysqlServer)

// pass: in another too
CREATE (:AzureMysqlServer {geo_redundant_backup: true})

// pass: a replica
CREATE (:AzureMysqlServer {geo_redundant_backup: false, replication_role: 'Replica'})

// unread: whether they are could not be read
CREATE (:AzureMysqlServer {unread: ['geo_redundant_backup']})
