// fail: none
CREATE (:AzureWebApp {is_function: true})

// pass: a subnet
CREATE (:AzureWebApp {is_function: true})-[:IN_SUBNET]->(:Resource:AzureSubnet)

// pass: one that is not known
CREATE (:AzureWebApp {is_function: true})-[:IN_SUBNET]->(:Resource:Unseen)

// pass: a web app
CREATE (:AzureWebApp {is_function: false})
