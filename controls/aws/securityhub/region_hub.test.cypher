// fail: off
CREATE (:AwsRegion {has_security_hub: false})

// pass: on
CREATE (:AwsRegion {has_security_hub: true})

// unread: whether it is on
CREATE (:AwsRegion {unread: ['has_security_hub']})
