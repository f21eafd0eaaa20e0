// fail: no tag
CREATE (:AwsS3Bucket {name: 'a'})

// fail: another tag
CREATE (:AwsS3Bucket)-[:TAGGED]->(:Tag {key: 'env', value: 'prod'})

// pass: it says who
CREATE (:AwsS3Bucket)-[:TAGGED]->(:Tag {key: 'owner', value: 'shop'})

// unread: its tags could not be read
CREATE (:AwsS3Bucket {unread: ['TAGGED']})
