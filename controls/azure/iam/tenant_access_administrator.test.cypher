// fail: it is on the whole tenant
CREATE (:AzureRoleAssignment {scope: '/'})
  -[:GRANTS]->(:AzureRoleDefinition {role: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'})

// pass: it is on a subscription
CREATE (:AzureRoleAssignment {scope: '/subscriptions/1'})
  -[:GRANTS]->(:AzureRoleDefinition {role: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'})

// pass: it is another role
CREATE (:AzureRoleAssignment {scope: '/'})
  -[:GRANTS]->(:AzureRoleDefinition {role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'})

// unread: which role it is
CREATE (:AzureRoleAssignment {scope: '/'})-[:GRANTS]->(:AzureRoleDefinition {unread: ['role']})
