// fail: basic
CREATE (:AzureLoadBalancer {sku: 'Basic'})

// fail: nothing is said of it, which is basic
CREATE (:AzureLoadBalancer)

// pass: standard
CREATE (:AzureLoadBalancer {sku: 'Standard'})

// unread: its tier
CREATE (:AzureLoadBalancer {unread: ['sku']})
