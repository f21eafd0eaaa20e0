// fail: Google's key
CREATE (:GcpLogBucket {is_required: false})

// pass: a key of one's own
CREATE (:GcpLogBucket {is_required: false})-[:ENCRYPTED_BY]->(:GcpCryptoKey)

// pass: a key of another project, which was not read
CREATE (:GcpLogBucket {is_required: false})-[:ENCRYPTED_BY]->(:Resource:Unseen)

// pass: the bucket that nobody can change
CREATE (:GcpLogBucket {is_required: true})

// unread: its key
CREATE (:GcpLogBucket {is_required: false, unread: ['ENCRYPTED_BY']})
