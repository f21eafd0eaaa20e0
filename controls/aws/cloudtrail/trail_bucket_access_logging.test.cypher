// fail: no access log
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket), (:Resource:AwsS3Bucket)

// pass: an access log
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket)-[:LOGS_TO]->(:Resource:AwsS3Bucket)

// pass: a bucket of another account, which is not read
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:Resource:Unseen)

// unread: whether the bucket is logged
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {unread: ['LOGS_TO']})
