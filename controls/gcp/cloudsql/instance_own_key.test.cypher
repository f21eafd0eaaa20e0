// fail: the key is Google's
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE'})

// pass: the key is the user's own
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE'})-[:ENCRYPTED_BY]->(:Resource:GcpCryptoKey)

// pass: the key is one that was not read
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE'})-[:ENCRYPTED_BY]->(:Resource:Unseen)

// pass: it is elsewhere
CREATE (:GcpSqlInstance {kind: 'ON_PREMISES_INSTANCE'})

// unread: its key
CREATE (:GcpSqlInstance {kind: 'CLOUD_SQL_INSTANCE', unread: ['ENCRYPTED_BY']})
