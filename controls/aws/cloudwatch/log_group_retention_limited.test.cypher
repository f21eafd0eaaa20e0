// fail: for ever
CREATE (:AwsLogGroup {name: 'for-ever'})

// pass: for a year
CREATE (:AwsLogGroup {retention_days: 365})
