// fail: from everywhere
CREATE (:GcpCloudFunction {url: 'https://f', ingress: 'ALLOW_ALL'})

// pass: through a load balancer
CREATE (:GcpCloudFunction {url: 'https://f', ingress: 'ALLOW_INTERNAL_AND_GCLB'})

// pass: only events call it
CREATE (:GcpCloudFunction {ingress: 'ALLOW_ALL'})

// unread: from where
CREATE (:GcpCloudFunction {url: 'https://f', unread: ['ingress']})
