// fail: to anyone
CREATE (:AzureContainerRegistry {anonymous_pull: true})

// pass: to those who sign in
CREATE (:AzureContainerRegistry {anonymous_pull: false})

// pass: never switched on
CREATE (:AzureContainerRegistry)
