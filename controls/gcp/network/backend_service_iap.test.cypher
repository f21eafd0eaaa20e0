// fail: it lets everyone through
CREATE (:GcpBackendService {is_external: true, is_http: true, asks_who: false})

// pass: it asks
CREATE (:GcpBackendService {is_external: true, is_http: true, asks_who: true})

// pass: only our networks reach it
CREATE (:GcpBackendService {is_external: false, is_http: true, asks_who: false})

// pass: it hands on connections
CREATE (:GcpBackendService {is_external: true, is_http: false, asks_who: false})
