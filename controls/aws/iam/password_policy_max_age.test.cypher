// fail: 91 days
CREATE (:AwsAccount {password_max_age_days: 91})

// fail: passwords never expire
CREATE (:AwsAccount)

// pass: 90 days
CREATE (:AwsAccount {password_max_age_days: 90})

// pass: 30 days
CREATE (:AwsAccount {password_max_age_days: 30})
