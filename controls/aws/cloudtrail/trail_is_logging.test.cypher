// fail: off
CREATE (:AwsCloudTrailTrail {is_logging: false})

// pass: on
CREATE (:AwsCloudTrailTrail {is_logging: true})
