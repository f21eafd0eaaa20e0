// fail: the key is Google's
CREATE (:GcpDataprocCluster {})

// pass: the key is the user's own
CREATE (:GcpDataprocCluster {})-[:ENCRYPTED_BY]->(:Resource:GcpCryptoKey)

// unread: its key
CREATE (:GcpDataprocCluster {unread: ['ENCRYPTED_BY']})
