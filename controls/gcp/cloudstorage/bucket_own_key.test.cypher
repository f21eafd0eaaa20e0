// fail: the key is Google's
CREATE (:GcpStorageBucket {})

// pass: the key is the user's own
CREATE (:GcpStorageBucket {})-[:ENCRYPTED_BY]->(:Resource:GcpCryptoKey)

// unread: its key
CREATE (:GcpStorageBucket {unread: ['ENCRYPTED_BY']})
