// fail: from everywhere
CREATE (:AzureDiskSnapshot {network_access_policy: 'AllowAll', public_network_access: 'Enabled'})

// fail: made before there was a policy
CREATE (:AzureDiskSnapshot {public_network_access: 'Enabled'})

// fail: made before there was a switch
CREATE (:AzureDiskSnapshot {network_access_policy: 'AllowAll'})

// pass: not at all
CREATE (:AzureDiskSnapshot {network_access_policy: 'DenyAll', public_network_access: 'Enabled'})

// pass: by private endpoints
CREATE (:AzureDiskSnapshot {
  network_access_policy: 'AllowPrivate', public_network_access: 'Enabled'
})

// pass: the switch is off
CREATE (:AzureDiskSnapshot {network_access_policy: 'AllowAll', public_network_access: 'Disabled'})
