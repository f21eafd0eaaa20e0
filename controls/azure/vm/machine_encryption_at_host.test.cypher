// fail: off
CREATE (:AzureVirtualMachine {encryption_at_host: false})

// pass: on
CREATE (:AzureVirtualMachine {encryption_at_host: true})
