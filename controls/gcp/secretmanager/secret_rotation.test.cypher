// fail: never
CREATE (:GcpSecret)

// pass: each 90 days
CREATE (:GcpSecret {rotation_seconds: 7776000})

// unread: when
CREATE (:GcpSecret {unread: ['rotation_seconds']})
