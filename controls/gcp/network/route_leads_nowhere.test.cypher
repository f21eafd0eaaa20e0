// fail: what it leads to forwards nothing
CREATE (:GcpRoute {warnings: ['NEXT_HOP_CANNOT_IP_FORWARD']})

// pass: nothing to warn of
CREATE (:GcpRoute {warnings: []})
