// fail: not needed, or no policy of its own
CREATE (:AwsAccount {password_requires_uppercase: false})

// pass: needed
CREATE (:AwsAccount {password_requires_uppercase: true})
