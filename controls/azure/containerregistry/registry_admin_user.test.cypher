// fail: on
CREATE (:AzureContainerRegistry {admin_user: true})

// pass: off
CREATE (:AzureContainerRegistry {admin_user: false})

// pass: never switched on
CREATE (:AzureContainerRegistry)
