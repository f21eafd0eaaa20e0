// fail: nothing is logged
CREATE (:GcpBackendService {is_http: true, scheme: 'EXTERNAL_MANAGED', is_logged: false})

// pass: requests are logged
CREATE (:GcpBackendService {is_http: true, scheme: 'EXTERNAL_MANAGED', is_logged: true})

// pass: no load balancer, but a mesh
CREATE (:GcpBackendService {is_http: true, scheme: 'INTERNAL_SELF_MANAGED', is_logged: false})

// pass: it hands on connections
CREATE (:GcpBackendService {is_http: false, scheme: 'EXTERNAL', is_logged: false})
