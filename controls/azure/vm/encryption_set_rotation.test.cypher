// fail: off
CREATE (:AzureDiskEncryptionSet {automatic_rotation: false})

// fail: never switched on
CREATE (:AzureDiskEncryptionSet)

// pass: on
CREATE (:AzureDiskEncryptionSet {automatic_rotation: true})
