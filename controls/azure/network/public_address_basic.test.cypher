// fail: basic
CREATE (:AzurePublicAddress {sku: 'Basic'})

// fail: nothing is said of it, which is basic
CREATE (:AzurePublicAddress)

// pass: standard
CREATE (:AzurePublicAddress {sku: 'Standard'})

// unread: its tier
CREATE (:AzurePublicAddress {unread: ['sku']})
