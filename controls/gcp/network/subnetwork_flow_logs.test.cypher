// fail: they are off
CREATE (:GcpSubnetwork {is_proxy_only: false, flow_logs: false})

// fail: they were never set
CREATE (:GcpSubnetwork {is_proxy_only: false})

// pass: they are on
CREATE (:GcpSubnetwork {is_proxy_only: false, flow_logs: true})

// pass: it is for proxies, which can not be logged
CREATE (:GcpSubnetwork {is_proxy_only: true, flow_logs: false})
