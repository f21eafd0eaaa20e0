// fail: it filters nothing
CREATE (:AzureNetworkSecurityGroup {is_attached: false})

// pass: it filters something
CREATE (:AzureNetworkSecurityGroup {is_attached: true})
