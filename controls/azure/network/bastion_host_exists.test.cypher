// fail: machines and no host
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})

// fail: the host is of another subscription
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})
CREATE (:AzureBastionHost {account: 'b'})

// fail: the peered network has none
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})
CREATE (:AzureVirtualNetwork {account: 'a'})-[:PEERED_WITH]->(:AzureVirtualNetwork {account: 'b'})

// fail: the network that is peered with one that has a host is another subscription's
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})
CREATE (:AzureVirtualNetwork {account: 'c'})-[:PEERED_WITH]->(:AzureVirtualNetwork {account: 'b'})
  <-[:IN_NETWORK]-(:AzureBastionHost {account: 'b'})

// pass: a host of its own
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})
CREATE (:AzureBastionHost {account: 'a'})

// pass: a host in a network that is peered
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'a'})
CREATE (:AzureVirtualNetwork {account: 'a'})-[:PEERED_WITH]->(:AzureVirtualNetwork {account: 'b'})
  <-[:IN_NETWORK]-(:AzureBastionHost {account: 'b'})

// pass: no machine
CREATE (:AzureSubscription {account: 'a'})

// pass: the machines are another subscription's
CREATE (:AzureSubscription {account: 'a'})
CREATE (:AzureVirtualMachine {account: 'b'})
