// fail: no policy
CREATE (:GcpTargetSslProxy)

// fail: a policy that takes all
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'COMPATIBLE', min_tls_version: 'TLS_1_2', ciphers: []
})

// fail: TLS 1.0
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'MODERN', min_tls_version: 'TLS_1_0', ciphers: []
})

// fail: TLS 1.1
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'MODERN', min_tls_version: 'TLS_1_1', ciphers: []
})

// fail: a chosen cipher that keeps no secret
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'CUSTOM', min_tls_version: 'TLS_1_2',
  ciphers: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_RSA_WITH_AES_128_CBC_SHA']
})

// pass: modern ciphers of TLS 1.2
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'MODERN', min_tls_version: 'TLS_1_2', ciphers: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256']
})

// pass: chosen ciphers that keep it
CREATE (:GcpTargetSslProxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy {
  profile: 'CUSTOM', min_tls_version: 'TLS_1_3', ciphers: []
})
