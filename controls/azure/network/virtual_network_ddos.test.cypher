// fail: not protected
CREATE (:AzureVirtualNetwork {ddos_protection: false})

// fail: nothing is said of it, which is off
CREATE (:AzureVirtualNetwork)

// pass: protected
CREATE (:AzureVirtualNetwork {ddos_protection: true})

// unread: whether it is
CREATE (:AzureVirtualNetwork {unread: ['ddos_protection']})
