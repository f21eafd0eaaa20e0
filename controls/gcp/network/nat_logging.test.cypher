// fail: one is not
CREATE (:GcpRouter {nats: ['out', 'far'], unlogged_nats: ['out']})

// pass: all are
CREATE (:GcpRouter {nats: ['out'], unlogged_nats: []})
