// fail: one of its ciphers is broken
CREATE (:AwsClassicLoadBalancerListener {
  protocol: 'SSL', tls_ciphers: ['DES-CBC3-SHA', 'ECDHE-RSA-AES128-GCM-SHA256']
})

// pass: all are sound
CREATE (:AwsClassicLoadBalancerListener {
  protocol: 'SSL', tls_ciphers: ['AES128-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256']
})

// pass: no TLS at all, which is for another control
CREATE (:AwsClassicLoadBalancerListener {protocol: 'TCP', tls_ciphers: []})
