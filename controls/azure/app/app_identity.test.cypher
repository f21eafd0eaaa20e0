// fail: none
CREATE (:AzureWebApp)

// pass: its own
CREATE (:AzureWebApp)-[:ACTS_AS]->(:Resource:EntraServicePrincipal)

// pass: one that was given to it
CREATE (:AzureWebApp)-[:HAS_IDENTITY]->(:Resource:AzureManagedIdentity)

// pass: one that is not known
CREATE (:AzureWebApp)-[:HAS_IDENTITY]->(:Resource:Unseen)
