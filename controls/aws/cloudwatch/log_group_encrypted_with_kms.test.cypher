// fail: no key
CREATE (:AwsLogGroup), (:Resource:AwsKmsKey)

// pass: a key
CREATE (:AwsLogGroup)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey)

// pass: a key of another account
CREATE (:AwsLogGroup)-[:ENCRYPTED_BY]->(:Resource:Unseen)
