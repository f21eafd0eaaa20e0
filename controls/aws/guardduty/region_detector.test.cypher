// fail: no detector
CREATE (:AwsRegion {has_guardduty: false})

// pass: a detector
CREATE (:AwsRegion {has_guardduty: true})

// unread: its detectors
CREATE (:AwsRegion {unread: ['has_guardduty']})
