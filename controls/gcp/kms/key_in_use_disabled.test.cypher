// fail: a disk is encrypted with it
CREATE (:Resource:GcpDisk)-[:ENCRYPTED_BY]->(:GcpCryptoKey {primary_state: 'DESTROY_SCHEDULED'})

// pass: it is switched on
CREATE (:Resource:GcpDisk)-[:ENCRYPTED_BY]->(:GcpCryptoKey {primary_state: 'ENABLED'})

// pass: nothing is encrypted with it
CREATE (:GcpCryptoKey {primary_state: 'DISABLED'})

// unread: whether it is switched on
CREATE (:Resource:GcpDisk)-[:ENCRYPTED_BY]->(:GcpCryptoKey {unread: ['primary_state']})
