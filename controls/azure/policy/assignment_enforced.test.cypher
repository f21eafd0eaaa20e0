// fail: it only watches
CREATE (:AzurePolicyAssignment {enforcement_mode: 'DoNotEnforce'})

// pass: it is enforced
CREATE (:AzurePolicyAssignment {enforcement_mode: 'Default'})

// unread: whether it is
CREATE (:AzurePolicyAssignment {unread: ['enforcement_mode']})
