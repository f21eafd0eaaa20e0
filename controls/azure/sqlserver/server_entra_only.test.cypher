// fail: passwords are taken too
CREATE (:AzureSqlServer {entra_only: false})

// fail: nothing is said: by default they are
CREATE (:AzureSqlServer)

// pass: Entra ID only
CREATE (:AzureSqlServer {entra_only: true})

// unread: who may sign in could not be read
CREATE (:AzureSqlServer {unread: ['entra_only']})
