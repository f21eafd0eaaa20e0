// fail: the key is Google's
CREATE (:GcpBigQueryTable {kind: 'TABLE'})

// pass: the key is the user's own
CREATE (:GcpBigQueryTable {kind: 'TABLE'})-[:ENCRYPTED_BY]->(:Resource:GcpCryptoKey)

// pass: a view holds nothing
CREATE (:GcpBigQueryTable {kind: 'VIEW'})

// unread: its key
CREATE (:GcpBigQueryTable {kind: 'TABLE', unread: ['ENCRYPTED_BY']})
