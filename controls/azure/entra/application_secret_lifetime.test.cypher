// fail: longer than a year
CREATE (:EntraApplication {longest_secret_days: 367})

// pass: a year
CREATE (:EntraApplication {longest_secret_days: 366})

// pass: it has no secret
CREATE (:EntraApplication)

// unread: how long
CREATE (:EntraApplication {unread: ['longest_secret_days']})
