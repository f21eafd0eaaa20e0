// fail: it is of the old form
CREATE (:GcpNetwork {mode: 'legacy'})

// pass: subnetworks come by themselves
CREATE (:GcpNetwork {mode: 'auto'})

// pass: subnetworks are made by hand
CREATE (:GcpNetwork {mode: 'custom'})
