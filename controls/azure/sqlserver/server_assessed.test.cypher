// fail: neither way
CREATE (:AzureSqlServer {express_assessment: false})

// fail: nothing was ever set
CREATE (:AzureSqlServer {version: '12.0'})

// pass: the express way
CREATE (:AzureSqlServer {express_assessment: true})

// pass: the classic way
CREATE (:AzureSqlServer {express_assessment: false, assessment_storage: 'https://a.b/c/'})

// unread: the classic way could not be read
CREATE (:AzureSqlServer {express_assessment: false, unread: ['assessment_storage']})

// unread: the express way could not be read
CREATE (:AzureSqlServer {unread: ['express_assessment']})
