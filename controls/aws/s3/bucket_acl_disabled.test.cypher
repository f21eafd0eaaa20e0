// fail: it never was set
CREATE (:AwsS3Bucket {name: 'a'})

// fail: writers own their objects
CREATE (:AwsS3Bucket {object_ownership: 'ObjectWriter'})

// pass: the owner of the bucket owns all
CREATE (:AwsS3Bucket {object_ownership: 'BucketOwnerEnforced'})

// unread: its ownership controls could not be read
CREATE (:AwsS3Bucket {unread: ['object_ownership']})
