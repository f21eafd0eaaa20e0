// fail: neither
CREATE (:AzureScaleSet {secure_boot: false, vtpm: false})

// fail: no secure boot
CREATE (:AzureScaleSet {secure_boot: false, vtpm: true})

// fail: no virtual TPM
CREATE (:AzureScaleSet {secure_boot: true, vtpm: false})

// fail: secure boot is not mentioned
CREATE (:AzureScaleSet {vtpm: true})

// fail: a virtual TPM is not mentioned
CREATE (:AzureScaleSet {secure_boot: true})

// pass: both
CREATE (:AzureScaleSet {secure_boot: true, vtpm: true})
