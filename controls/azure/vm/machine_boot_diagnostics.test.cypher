// fail: off
CREATE (:AzureVirtualMachine {boot_diagnostics: false})

// fail: never switched on
CREATE (:AzureVirtualMachine)

// pass: on
CREATE (:AzureVirtualMachine {boot_diagnostics: true})
