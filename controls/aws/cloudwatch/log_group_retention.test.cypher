// fail: a day too short
CREATE (:AwsLogGroup {retention_days: 364})

// pass: a year
CREATE (:AwsLogGroup {retention_days: 365})

// pass: for ever
CREATE (:AwsLogGroup {name: 'for-ever'})
