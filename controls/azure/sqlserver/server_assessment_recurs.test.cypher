// fail: they do not
CREATE (:AzureSqlServer {assessment_storage: 'a/b', assessment_recurs: false})

// fail: nothing is said
CREATE (:AzureSqlServer {assessment_storage: 'a/b'})

// pass: they do
CREATE (:AzureSqlServer {assessment_storage: 'a/b', assessment_recurs: true})

// pass: it is not searched in the classic way
CREATE (:AzureSqlServer {assessment_recurs: false})

// unread: its assessments could not be read
CREATE (:AzureSqlServer {unread: ['assessment_recurs']})
