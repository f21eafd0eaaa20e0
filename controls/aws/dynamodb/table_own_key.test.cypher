// fail: DynamoDB's key
CREATE (:AwsDynamodbTable)

// fail: the key that AWS keeps in the account
CREATE (:AwsDynamodbTable)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey {manager: 'AWS'})

// pass: a key of one's own
CREATE (:AwsDynamodbTable)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey {manager: 'CUSTOMER'})

// pass: a key of another account
CREATE (:AwsDynamodbTable)-[:ENCRYPTED_BY]->(:Resource:Unseen)

// unread: the table could not be described
CREATE (:AwsDynamodbTable {unread: ['ENCRYPTED_BY']})

// unread: who manages the key could not be read
CREATE (:AwsDynamodbTable)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey {unread: ['manager']})
