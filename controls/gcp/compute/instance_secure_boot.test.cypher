// fail: it starts anything
CREATE (:GcpComputeInstance {secure_boot: false})

// fail: nothing is said: it is no shielded one
CREATE (:GcpComputeInstance)

// pass: only what is signed
CREATE (:GcpComputeInstance {secure_boot: true})
