// fail: no second factor is needed
CREATE (:AwsS3Bucket {versioning: 'Enabled', requires_mfa_delete: false})

// pass: a second factor is needed
CREATE (:AwsS3Bucket {versioning: 'Enabled', requires_mfa_delete: true})
