// fail: TLS 1.0 and later
CREATE (:AwsClassicLoadBalancerListener {
  protocol: 'HTTPS', tls_protocols: ['TLSv1', 'TLSv1.1', 'TLSv1.2']
})

// fail: TLS 1.1 and later
CREATE (:AwsClassicLoadBalancerListener {protocol: 'HTTPS', tls_protocols: ['TLSv1.1', 'TLSv1.2']})

// pass: TLS 1.2
CREATE (:AwsClassicLoadBalancerListener {protocol: 'HTTPS', tls_protocols: ['TLSv1.2']})

// pass: no TLS at all, which is for another control
CREATE (:AwsClassicLoadBalancerListener {protocol: 'HTTP', tls_protocols: []})

// unread: its policy could not be read
CREATE (:AwsClassicLoadBalancerListener {protocol: 'HTTPS', unread: ['tls_protocols']})
