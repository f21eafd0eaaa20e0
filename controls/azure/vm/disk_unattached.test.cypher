// fail: forgotten
CREATE (:AzureDisk {is_attached: false})

// pass: a machine's
CREATE (:AzureDisk {is_attached: true})
