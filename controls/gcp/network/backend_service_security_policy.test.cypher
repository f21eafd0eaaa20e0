// fail: it has none
CREATE (:GcpBackendService {is_external: true, is_http: true})

// pass: it has one
CREATE (:GcpBackendService {is_external: true, is_http: true})
  -[:PROTECTED_BY]->(:GcpSecurityPolicy)

// pass: only our networks reach it
CREATE (:GcpBackendService {is_external: false, is_http: true})

// pass: it hands on connections
CREATE (:GcpBackendService {is_external: true, is_http: false})
