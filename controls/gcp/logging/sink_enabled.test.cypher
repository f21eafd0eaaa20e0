// fail: off
CREATE (:GcpLogSink {is_disabled: true})

// pass: on
CREATE (:GcpLogSink {is_disabled: false})
