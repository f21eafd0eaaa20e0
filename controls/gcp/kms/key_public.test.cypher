// fail: anyone decrypts with it
CREATE (:GcpCryptoKey {public_roles: ['roles/cloudkms.cryptoKeyDecrypter']})
  -[:IN_KEY_RING]->(:GcpKeyRing {public_roles: []})

// fail: anyone decrypts with all keys of its ring
CREATE (:GcpCryptoKey {public_roles: []})
  -[:IN_KEY_RING]->(:GcpKeyRing {public_roles: ['roles/cloudkms.cryptoKeyDecrypter']})

// pass: nobody does without a name
CREATE (:GcpCryptoKey {public_roles: []})-[:IN_KEY_RING]->(:GcpKeyRing {public_roles: []})

// unread: its policy
CREATE (:GcpCryptoKey {unread: ['public_roles']})

// unread: its ring's policy
CREATE (:GcpCryptoKey {public_roles: []})-[:IN_KEY_RING]->(:GcpKeyRing {unread: ['public_roles']})
