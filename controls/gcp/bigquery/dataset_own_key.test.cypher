// fail: it names none
CREATE (:GcpBigQueryDataset {})

// pass: it names one
CREATE (:GcpBigQueryDataset {})-[:ENCRYPTED_BY]->(:Resource:GcpCryptoKey)

// unread: whether it does
CREATE (:GcpBigQueryDataset {unread: ['ENCRYPTED_BY']})
