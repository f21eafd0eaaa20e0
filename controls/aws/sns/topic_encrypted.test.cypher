// fail: no key
CREATE (:AwsSnsTopic), (:Resource:AwsKmsKey)

// pass: a key
CREATE (:AwsSnsTopic)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey)

// pass: an alias
CREATE (:AwsSnsTopic)-[:ENCRYPTED_BY]->(:Resource:AwsKmsAlias)

// pass: a key of another account
CREATE (:AwsSnsTopic)-[:ENCRYPTED_BY]->(:Resource:Unseen)

// unread: its key
CREATE (:AwsSnsTopic {unread: ['ENCRYPTED_BY']})
