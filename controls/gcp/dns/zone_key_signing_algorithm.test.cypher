// fail: they do
CREATE (:GcpDnsZone {is_public: true, key_signing_algorithm: 'rsasha1'})

// pass: they use SHA-256
CREATE (:GcpDnsZone {is_public: true, key_signing_algorithm: 'rsasha256'})

// pass: a private zone, which is not signed
CREATE (:GcpDnsZone {is_public: false, key_signing_algorithm: 'rsasha1'})

// pass: nothing is said: Google takes SHA-256
CREATE (:GcpDnsZone {is_public: true})
