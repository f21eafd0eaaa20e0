// fail: by hand
CREATE (:AzureVirtualMachine {os: 'Windows', patch_mode: 'Manual', automatic_updates: true})

// fail: switched off in Windows
CREATE (:AzureVirtualMachine {os: 'Windows', patch_mode: 'AutomaticByOS', automatic_updates: false})

// fail: by hand, the rest unsaid
CREATE (:AzureVirtualMachine {os: 'Windows', patch_mode: 'Manual'})

// pass: by Azure
CREATE (:AzureVirtualMachine {
  os: 'Windows', patch_mode: 'AutomaticByPlatform', automatic_updates: true
})

// pass: nothing is said, which means by Windows
CREATE (:AzureVirtualMachine {os: 'Windows'})

// pass: another system
CREATE (:AzureVirtualMachine {os: 'Linux', patch_mode: 'Manual', automatic_updates: false})
