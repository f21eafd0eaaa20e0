// fail: an old one
CREATE (:AzureWebApp {minimum_tls_version: '1.0'})

// fail: none is asked for
CREATE (:AzureWebApp)

// pass: 1.2
CREATE (:AzureWebApp {minimum_tls_version: '1.2'})

// pass: 1.3
CREATE (:AzureWebApp {minimum_tls_version: '1.3'})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['minimum_tls_version']})
