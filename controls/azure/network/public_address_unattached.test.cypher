// fail: nothing uses it
CREATE (:AzurePublicAddress {is_attached: false})

// pass: something does
CREATE (:AzurePublicAddress {is_attached: true})
