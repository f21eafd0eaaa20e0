// fail: from everywhere
CREATE (:AzureDisk {network_access_policy: 'AllowAll', public_network_access: 'Enabled'})

// fail: made before there was a policy
CREATE (:AzureDisk {public_network_access: 'Enabled'})

// fail: made before there was a switch
CREATE (:AzureDisk {network_access_policy: 'AllowAll'})

// pass: not at all
CREATE (:AzureDisk {network_access_policy: 'DenyAll', public_network_access: 'Enabled'})

// pass: by private endpoints
CREATE (:AzureDisk {network_access_policy: 'AllowPrivate', public_network_access: 'Enabled'})

// pass: the switch is off
CREATE (:AzureDisk {network_access_policy: 'AllowAll', public_network_access: 'Disabled'})
