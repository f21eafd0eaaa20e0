// pass: all of it
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_5_SEC', flow_log_sampling: 1.0,
  flow_log_metadata: 'INCLUDE_ALL_METADATA'
})

// fail: it is added up for longer
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_30_SEC', flow_log_sampling: 1.0,
  flow_log_metadata: 'INCLUDE_ALL_METADATA'
})

// fail: a sample
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_5_SEC', flow_log_sampling: 0.9,
  flow_log_metadata: 'INCLUDE_ALL_METADATA'
})

// fail: without what Google knows
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_5_SEC', flow_log_sampling: 1.0,
  flow_log_metadata: 'EXCLUDE_ALL_METADATA'
})

// pass: an interval that is not said is of five seconds
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_sampling: 1.0,
  flow_log_metadata: 'INCLUDE_ALL_METADATA'
})

// fail: a share that is not said is a half
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_5_SEC',
  flow_log_metadata: 'INCLUDE_ALL_METADATA'
})

// fail: without a word of it nothing is added
CREATE (:GcpSubnetwork {
  flow_logs: true, flow_log_interval: 'INTERVAL_5_SEC', flow_log_sampling: 1.0
})

// pass: nothing is logged: that is another question
CREATE (:GcpSubnetwork {
  flow_logs: false, flow_log_sampling: 0.1
})
