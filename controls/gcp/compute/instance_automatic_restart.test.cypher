// fail: it stays down
CREATE (:GcpComputeInstance {is_preemptible: false, restarts_by_itself: false})

// pass: it is started again
CREATE (:GcpComputeInstance {is_preemptible: false, restarts_by_itself: true})

// pass: nothing is said: it is started again
CREATE (:GcpComputeInstance {is_preemptible: false})

// pass: one that Google may stop can not be
CREATE (:GcpComputeInstance {is_preemptible: true, restarts_by_itself: false})
