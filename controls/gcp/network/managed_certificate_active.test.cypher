// fail: it could not be renewed
CREATE (:GcpSslCertificate {is_managed: true, status: 'RENEWAL_FAILED'})

// pass: it is there
CREATE (:GcpSslCertificate {is_managed: true, status: 'ACTIVE'})

// pass: people look after it
CREATE (:GcpSslCertificate {is_managed: false, status: 'RENEWAL_FAILED'})
