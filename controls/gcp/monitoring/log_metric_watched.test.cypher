// fail: nobody watches
CREATE (:GcpLogMetric {is_disabled: false}), (:GcpAlertPolicy)

// pass: an alert policy does
CREATE (:GcpLogMetric {is_disabled: false})<-[:WATCHES]-(:GcpAlertPolicy)

// pass: it counts nothing
CREATE (:GcpLogMetric {is_disabled: true})

// unread: what alert policies watch
CREATE (:GcpLogMetric {is_disabled: false}), (:GcpAlertPolicy {unread: ['WATCHES']})
