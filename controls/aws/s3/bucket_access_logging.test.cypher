// fail: it logs nowhere
CREATE (:AwsS3Bucket {name: 'a'})

// fail: a trail logs to it, which is no access log
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket)

// pass: one logs, the other takes the logs
CREATE (:AwsS3Bucket)-[:LOGS_TO]->(:Resource:AwsS3Bucket)

// pass: it logs to a bucket that is not known
CREATE (:AwsS3Bucket)-[:LOGS_TO]->(:Resource:Unseen)

// unread: its logging could not be read
CREATE (:AwsS3Bucket {unread: ['LOGS_TO']})
