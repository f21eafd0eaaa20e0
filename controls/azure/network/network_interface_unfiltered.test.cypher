// fail: neither it nor its subnet has one
CREATE (interface:AzureNetworkInterface)-[:HAS_ADDRESS]->(:AzurePublicAddress)
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)

// pass: one of its own
CREATE (interface:AzureNetworkInterface)-[:HAS_ADDRESS]->(:AzurePublicAddress)
CREATE (interface)-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup)

// pass: its subnet's
CREATE (interface:AzureNetworkInterface)-[:HAS_ADDRESS]->(:AzurePublicAddress)
CREATE (interface)-[:IN_SUBNET]->(:AzureSubnet)-[:PROTECTED_BY]->(:AzureNetworkSecurityGroup)

// pass: no public address
CREATE (:AzureNetworkInterface)

// unread: whether it has one
CREATE (:AzureNetworkInterface {unread: ['PROTECTED_BY']})-[:HAS_ADDRESS]->(:AzurePublicAddress)
