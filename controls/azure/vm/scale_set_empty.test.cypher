// fail: none are wanted
CREATE (:AzureScaleSet {capacity: 0})

// fail: it has no model, and no machine
CREATE (:AzureScaleSet)

// pass: some
CREATE (:AzureScaleSet {capacity: 2})

// pass: machines that were put into it one by one
CREATE (:AzureScaleSet)<-[:PART_OF]-(:AzureVirtualMachine)
