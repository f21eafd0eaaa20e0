// fail: by a password
CREATE (:GcpGkeCluster {basic_auth: true, client_certificate: false})

// fail: by a certificate
CREATE (:GcpGkeCluster {basic_auth: false, client_certificate: true})

// pass: by neither
CREATE (:GcpGkeCluster {basic_auth: false, client_certificate: false})

// unread: by which
CREATE (:GcpGkeCluster {unread: ['basic_auth', 'client_certificate']})
