// fail: in settings
CREATE (:AzureVirtualMachineExtension {shows_command: true})

// pass: protected, or none
CREATE (:AzureVirtualMachineExtension {shows_command: false})
