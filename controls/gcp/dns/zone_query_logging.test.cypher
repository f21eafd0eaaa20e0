// fail: they are not
CREATE (:GcpDnsZone {is_public: true, is_query_logged: false})

// pass: they are
CREATE (:GcpDnsZone {is_public: true, is_query_logged: true})

// pass: a private zone: its networks decide
CREATE (:GcpDnsZone {is_public: false, is_query_logged: false})
