// fail: it has none
CREATE (:AzureSqlServer {version: '12.0'})

// pass: it has one
CREATE (:AzureSqlServer {entra_admin_id: '5d3c0c55'})

// unread: who it is could not be read
CREATE (:AzureSqlServer {unread: ['entra_admin_id']})
