// fail: it stands in the network that Azure made
CREATE (:AzureDatabricksWorkspace)

// pass: it stands in one of the company's
CREATE (:AzureDatabricksWorkspace)-[:IN_NETWORK]->(:AzureVirtualNetwork)

// unread: its network could not be read
CREATE (:AzureDatabricksWorkspace {unread: ['IN_NETWORK']})
