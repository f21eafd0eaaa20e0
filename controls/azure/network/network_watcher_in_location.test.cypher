// fail: no watcher
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})

// fail: it watches another location
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})
CREATE (:AzureNetworkWatcher {account: 'a', region: 'northeurope', state: 'Succeeded'})

// fail: it is of another subscription
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})
CREATE (:AzureNetworkWatcher {account: 'b', region: 'westeurope', state: 'Succeeded'})

// fail: it could not be made
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})
CREATE (:AzureNetworkWatcher {account: 'a', region: 'westeurope', state: 'Failed'})

// pass: it is there
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})
CREATE (:AzureNetworkWatcher {account: 'a', region: 'westeurope', state: 'Succeeded'})

// pass: it is there, and being changed
CREATE (:AzureVirtualNetwork {account: 'a', region: 'westeurope'})
CREATE (:AzureNetworkWatcher {account: 'a', region: 'westeurope', state: 'Updating'})
