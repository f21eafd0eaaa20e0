// fail: none is set
CREATE (:AwsS3Bucket {name: 'a'})

// pass: with a key that S3 keeps
CREATE (:AwsS3Bucket {default_encryption: 'AES256'})

// pass: with a KMS key
CREATE (:AwsS3Bucket {default_encryption: 'aws:kms'})

// unread: its encryption could not be read
CREATE (:AwsS3Bucket {unread: ['default_encryption', 'ENCRYPTED_BY']})
