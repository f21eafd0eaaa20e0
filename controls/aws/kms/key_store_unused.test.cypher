// fail: no key
CREATE (:AwsKmsCustomKeyStore), (:AwsKmsKey)

// pass: a key
CREATE (:AwsKmsCustomKeyStore)<-[:STORED_IN]-(:AwsKmsKey)

// unread: where a key is
CREATE (:AwsKmsCustomKeyStore), (:AwsKmsKey {unread: ['STORED_IN']})
