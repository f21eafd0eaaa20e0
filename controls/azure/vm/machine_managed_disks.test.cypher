// fail: a disk is a blob
CREATE (:AzureVirtualMachine {unmanaged_disks: ['shop-os']})

// fail: two are
CREATE (:AzureVirtualMachine {unmanaged_disks: ['shop-os', 'shop-data']})

// pass: none is
CREATE (:AzureVirtualMachine {unmanaged_disks: []})
