// fail: none is set
CREATE (:AwsS3Bucket {name: 'a'})

// fail: with a key that S3 keeps
CREATE (:AwsS3Bucket {default_encryption: 'AES256'})

// fail: it sends logs, which is no reason
CREATE (:AwsS3Bucket {default_encryption: 'AES256'})
  -[:LOGS_TO]->(:AwsS3Bucket {default_encryption: 'aws:kms', expect: 'pass'})

// fail: a trail sends logs, which is no reason
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {default_encryption: 'AES256'})

// pass: with a KMS key
CREATE (:AwsS3Bucket {default_encryption: 'aws:kms'})

// pass: it takes the access logs of another
CREATE (:AwsS3Bucket {default_encryption: 'aws:kms'})
  -[:LOGS_TO]->(:AwsS3Bucket {default_encryption: 'AES256'})

// unread: who logs to it could not be read
CREATE (:AwsS3Bucket {default_encryption: 'AES256'})
CREATE (:AwsS3Bucket {default_encryption: 'aws:kms', unread: ['LOGS_TO']})
