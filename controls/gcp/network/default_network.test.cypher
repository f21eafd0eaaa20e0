// fail: it is there
CREATE (:GcpNetwork {is_default: true})

// pass: a network of our own
CREATE (:GcpNetwork {is_default: false})
