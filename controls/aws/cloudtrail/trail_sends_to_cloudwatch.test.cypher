// fail: to a bucket only
CREATE (:AwsCloudTrailTrail {has_cloudwatch_logs: false})

// pass: to a log group too
CREATE (:AwsCloudTrailTrail {has_cloudwatch_logs: true})
