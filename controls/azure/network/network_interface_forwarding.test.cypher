// fail: no route leads to it
CREATE (:AzureNetworkInterface {forwards_traffic: true, private_addresses: ['10.0.0.4']})

// fail: routes lead to another
CREATE (:AzureNetworkInterface {forwards_traffic: true, private_addresses: ['10.0.0.4']})
CREATE (:AzureRouteTable {appliances: ['10.0.0.5']})

// pass: a route leads to one of its addresses
CREATE (:AzureNetworkInterface {
  forwards_traffic: true, private_addresses: ['10.0.0.4', '10.0.0.5']
})
CREATE (:AzureRouteTable {appliances: ['10.0.0.5']})

// pass: it forwards nothing
CREATE (:AzureNetworkInterface {forwards_traffic: false, private_addresses: ['10.0.0.4']})

// pass: nothing is said of it, which is off
CREATE (:AzureNetworkInterface {private_addresses: ['10.0.0.4']})

// unread: whether it does
CREATE (:AzureNetworkInterface {unread: ['forwards_traffic'], private_addresses: ['10.0.0.4']})
