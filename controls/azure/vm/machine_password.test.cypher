// fail: passwords
CREATE (:AzureVirtualMachine {allows_password: true})

// pass: keys only
CREATE (:AzureVirtualMachine {allows_password: false})

// pass: Windows, or made of a disk that was a machine's before
CREATE (:AzureVirtualMachine)
