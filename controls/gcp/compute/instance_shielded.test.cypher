// fail: no module
CREATE (:GcpComputeInstance {vtpm: false, integrity_monitoring: true})

// fail: nothing said of a module
CREATE (:GcpComputeInstance {integrity_monitoring: true})

// fail: nothing is compared
CREATE (:GcpComputeInstance {vtpm: true, integrity_monitoring: false})

// fail: nothing said of comparing
CREATE (:GcpComputeInstance {vtpm: true})

// pass: both
CREATE (:GcpComputeInstance {vtpm: true, integrity_monitoring: true})
