// fail: on
CREATE (:AzureContainerRegistry {public_network_access: 'Enabled'})

// fail: never switched off
CREATE (:AzureContainerRegistry)

// pass: off
CREATE (:AzureContainerRegistry {public_network_access: 'Disabled'})
