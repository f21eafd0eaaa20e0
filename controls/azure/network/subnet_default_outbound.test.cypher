// fail: by default
CREATE (:AzureSubnet {name: 'web', default_outbound_access: true})

// fail: nothing is said of it, which is open
CREATE (:AzureSubnet {name: 'web'})

// fail: its routes lead elsewhere only in part
CREATE (:AzureSubnet {name: 'web'})
  -[:ROUTED_BY]->(:AzureRouteTable {
    to_appliance: ['10.0.0.0/8'], to_gateway: [], to_nowhere: []
  })

// pass: closed
CREATE (:AzureSubnet {name: 'web', default_outbound_access: false})

// pass: by a NAT gateway
CREATE (:AzureSubnet {name: 'web'})-[:ROUTES_TO]->(:Resource)

// pass: by a firewall
CREATE (:AzureSubnet {name: 'web'})
  -[:ROUTED_BY]->(:AzureRouteTable {to_appliance: ['0.0.0.0/0'], to_gateway: [], to_nowhere: []})

// pass: by the gateway of the network
CREATE (:AzureSubnet {name: 'web'})
  -[:ROUTED_BY]->(:AzureRouteTable {to_appliance: [], to_gateway: ['0.0.0.0/0'], to_nowhere: []})

// pass: not at all
CREATE (:AzureSubnet {name: 'web'})
  -[:ROUTED_BY]->(:AzureRouteTable {to_appliance: [], to_gateway: [], to_nowhere: ['0.0.0.0/0']})

// pass: a subnet for a Bastion host
CREATE (:AzureSubnet {name: 'AzureBastionSubnet'})

// unread: whether it is
CREATE (:AzureSubnet {name: 'web', unread: ['default_outbound_access']})
