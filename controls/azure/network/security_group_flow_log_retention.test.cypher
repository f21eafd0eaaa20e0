// fail: switched off
CREATE (:AzureFlowLog {is_enabled: false, retention_days: 0})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)

// fail: kept for too short a time
CREATE (:AzureFlowLog {is_enabled: true, retention_days: 89})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)

// fail: kept for a day
CREATE (:AzureFlowLog {is_enabled: true, retention_days: 1})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)

// pass: kept just long enough
CREATE (:AzureFlowLog {is_enabled: true, retention_days: 90})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)

// pass: kept for ever
CREATE (:AzureFlowLog {is_enabled: true, retention_days: 0})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)

// pass: that of a virtual network is another matter
CREATE (:AzureFlowLog {is_enabled: true, retention_days: 1})-[:RECORDS]->(:AzureVirtualNetwork)

// unread: for how long
CREATE (:AzureFlowLog {is_enabled: true, unread: ['retention_days']})
  -[:RECORDS]->(:AzureNetworkSecurityGroup)
