// fail: 23 are remembered
CREATE (:AwsAccount {password_reuse_prevention: 23})

// fail: none is remembered
CREATE (:AwsAccount)

// pass: 24 are remembered
CREATE (:AwsAccount {password_reuse_prevention: 24})
