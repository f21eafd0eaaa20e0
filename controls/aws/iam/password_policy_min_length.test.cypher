// fail: 13 characters are enough
CREATE (:AwsAccount {password_min_length: 13})

// fail: no policy of its own
CREATE (:AwsAccount)

// pass: 14 characters are needed
CREATE (:AwsAccount {password_min_length: 14})

// pass: more are needed
CREATE (:AwsAccount {password_min_length: 20})

// unread: the password policy
CREATE (:AwsAccount {unread: ['password_min_length']})
