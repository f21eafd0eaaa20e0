// fail: Google's key
CREATE (:GcpPubsubTopic)

// pass: a key of one's own
CREATE (:GcpPubsubTopic)-[:ENCRYPTED_BY]->(:GcpCryptoKey)

// pass: a key of another project, which was not read
CREATE (:GcpPubsubTopic)-[:ENCRYPTED_BY]->(:Resource:Unseen)

// unread: its key
CREATE (:GcpPubsubTopic {unread: ['ENCRYPTED_BY']})
