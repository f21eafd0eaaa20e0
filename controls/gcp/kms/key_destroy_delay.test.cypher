// fail: after a day
CREATE (:GcpCryptoKey {is_import_only: false, destroyed_after_seconds: 86400})

// pass: after a week
CREATE (:GcpCryptoKey {is_import_only: false, destroyed_after_seconds: 604800})

// pass: what was brought from elsewhere can be brought again
CREATE (:GcpCryptoKey {is_import_only: true, destroyed_after_seconds: 0})

// unread: after how long
CREATE (:GcpCryptoKey {is_import_only: false, unread: ['destroyed_after_seconds']})
