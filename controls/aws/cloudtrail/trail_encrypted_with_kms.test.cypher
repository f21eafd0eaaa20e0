// fail: no key
CREATE (:AwsCloudTrailTrail), (:Resource:AwsKmsKey)

// pass: a key
CREATE (:AwsCloudTrailTrail)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey)

// pass: a key of another account
CREATE (:AwsCloudTrailTrail)-[:ENCRYPTED_BY]->(:Resource:Unseen)
