// fail: it never was enabled
CREATE (:AwsS3Bucket {name: 'a'})

// fail: it is suspended
CREATE (:AwsS3Bucket {versioning: 'Suspended'})

// pass: it is enabled
CREATE (:AwsS3Bucket {versioning: 'Enabled'})

// unread: its versioning could not be read
CREATE (:AwsS3Bucket {unread: ['versioning', 'requires_mfa_delete']})
