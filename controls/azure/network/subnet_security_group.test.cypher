// fail: none
CREATE (:AzureSubnet {name: 'web'})

// pass: it has one
CREATE (:AzureSubnet {name: 'web'})-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup)

// pass: a subnet for gateways, which takes none
CREATE (:AzureSubnet {name: 'GatewaySubnet'})

// unread: whether it has one
CREATE (:AzureSubnet {name: 'web', unread: ['PROTECTED_BY']})
