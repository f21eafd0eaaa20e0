// fail: switched off
CREATE (:AzureFlowLog {is_enabled: false, traffic_analytics: true})

// fail: not sent
CREATE (:AzureFlowLog {is_enabled: true, traffic_analytics: false})

// fail: nothing is said of it, which is off
CREATE (:AzureFlowLog {is_enabled: true})

// pass: sent
CREATE (:AzureFlowLog {is_enabled: true, traffic_analytics: true})

// unread: whether it is sent
CREATE (:AzureFlowLog {is_enabled: true, unread: ['traffic_analytics']})
