// fail: it failed
CREATE (:AzureVirtualMachineExtension {provisioning_state: 'Failed'})

// pass: it is there
CREATE (:AzureVirtualMachineExtension {provisioning_state: 'Succeeded'})
