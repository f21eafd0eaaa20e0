// fail: Google's key somewhere
CREATE (:GcpSecret {is_own_key: false})

// pass: keys of one's own
CREATE (:GcpSecret {is_own_key: true})

// unread: which key
CREATE (:GcpSecret {unread: ['is_own_key']})
