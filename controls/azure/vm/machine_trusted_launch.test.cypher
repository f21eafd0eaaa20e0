// fail: neither
CREATE (:AzureVirtualMachine {secure_boot: false, vtpm: false})

// fail: no secure boot
CREATE (:AzureVirtualMachine {secure_boot: false, vtpm: true})

// fail: no virtual TPM
CREATE (:AzureVirtualMachine {secure_boot: true, vtpm: false})

// fail: secure boot is not mentioned
CREATE (:AzureVirtualMachine {vtpm: true})

// fail: a virtual TPM is not mentioned
CREATE (:AzureVirtualMachine {secure_boot: true})

// pass: both
CREATE (:AzureVirtualMachine {secure_boot: true, vtpm: true})
