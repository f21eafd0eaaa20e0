// fail: TLS 1.0
CREATE (:AzureApplicationGateway {has_https: true, minimum_tls_version: 'TLSv1_0'})

// fail: TLS 1.1
CREATE (:AzureApplicationGateway {has_https: true, minimum_tls_version: 'TLSv1_1'})

// pass: TLS 1.2
CREATE (:AzureApplicationGateway {has_https: true, minimum_tls_version: 'TLSv1_2'})

// pass: no listener speaks TLS
CREATE (:AzureApplicationGateway {has_https: false, minimum_tls_version: 'TLSv1_0'})

// unread: what it takes
CREATE (:AzureApplicationGateway {has_https: true, unread: ['minimum_tls_version']})
