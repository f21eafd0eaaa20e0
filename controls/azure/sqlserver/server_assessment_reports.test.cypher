// fail: nobody is
CREATE (:AzureSqlServer {
  assessment_storage: 'a/b', assessment_emails: [], assessment_to_admins: false
})

// pass: an address
CREATE (:AzureSqlServer {
  assessment_storage: 'a/b', assessment_emails: ['a'], assessment_to_admins: false
})

// pass: the owners
CREATE (:AzureSqlServer {
  assessment_storage: 'a/b', assessment_emails: [], assessment_to_admins: true
})

// pass: nothing is said: by default the owners are
CREATE (:AzureSqlServer {assessment_storage: 'a/b', assessment_emails: []})

// pass: it is not searched in the classic way
CREATE (:AzureSqlServer {assessment_emails: [], assessment_to_admins: false})

// unread: its assessments could not be read
CREATE (:AzureSqlServer {unread: ['assessment_emails']})
