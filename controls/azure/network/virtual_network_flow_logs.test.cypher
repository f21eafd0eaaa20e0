// fail: no flow log
CREATE (:AzureVirtualNetwork)

// fail: switched off
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: false, retention_days: 180})

// fail: kept for too short a time
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: true, retention_days: 89})

// fail: kept for a day
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: true, retention_days: 1})

// pass: kept just long enough
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: true, retention_days: 90})

// pass: kept for longer
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: true, retention_days: 180})

// pass: kept for ever
CREATE (:AzureVirtualNetwork)<-[:RECORDS]-(:AzureFlowLog {is_enabled: true, retention_days: 0})

// unread: whether it is on
CREATE (:AzureVirtualNetwork)
  <-[:RECORDS]-(:AzureFlowLog {unread: ['is_enabled'], retention_days: 180})
