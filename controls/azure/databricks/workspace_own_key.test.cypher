// fail: its services' data has Microsoft's key
CREATE (:AzureDatabricksWorkspace {services_have_own_key: false, disks_have_own_key: true})

// fail: its disks have Microsoft's key
CREATE (:AzureDatabricksWorkspace {services_have_own_key: true, disks_have_own_key: false})

// pass: both have the company's
CREATE (:AzureDatabricksWorkspace {services_have_own_key: true, disks_have_own_key: true})

// unread: its keys could not be read
CREATE (:AzureDatabricksWorkspace {unread: ['services_have_own_key', 'disks_have_own_key']})
