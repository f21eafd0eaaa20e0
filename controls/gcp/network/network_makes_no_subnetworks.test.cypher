// fail: they come by themselves
CREATE (:GcpNetwork {mode: 'auto'})

// pass: they are made by hand
CREATE (:GcpNetwork {mode: 'custom'})
