// fail: in clear
CREATE (:AzureSqlDatabase {is_encrypted: false})

// fail: nothing is said: a data warehouse is in clear by default
CREATE (:AzureSqlDatabase)

// pass: encrypted
CREATE (:AzureSqlDatabase {is_encrypted: true})

// unread: whether it is could not be read
CREATE (:AzureSqlDatabase {unread: ['is_encrypted']})
