// fail: they are not
CREATE (:AzureSqlServer {assessment_storage: 'a/b', assessment_to_admins: false})

// pass: they are
CREATE (:AzureSqlServer {assessment_storage: 'a/b', assessment_to_admins: true})

// pass: nothing is said: by default they are
CREATE (:AzureSqlServer {assessment_storage: 'a/b'})

// pass: it is not searched in the classic way
CREATE (:AzureSqlServer {assessment_to_admins: false})

// unread: its assessments could not be read
CREATE (:AzureSqlServer {unread: ['assessment_to_admins']})
