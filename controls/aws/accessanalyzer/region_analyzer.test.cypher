// fail: none at work
CREATE (:AwsRegion {has_access_analyzer: false})

// pass: one at work
CREATE (:AwsRegion {has_access_analyzer: true})

// unread: its analyzers
CREATE (:AwsRegion {unread: ['has_access_analyzer']})
