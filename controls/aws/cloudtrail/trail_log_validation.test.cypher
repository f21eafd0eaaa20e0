// fail: no digests
CREATE (:AwsCloudTrailTrail {has_log_file_validation: false})

// pass: digests
CREATE (:AwsCloudTrailTrail {has_log_file_validation: true})
