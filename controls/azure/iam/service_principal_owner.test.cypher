// fail: a program owns the subscription
CREATE (:AzureRoleAssignment {principal_type: 'ServicePrincipal', scope: '/subscriptions/1'})
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// pass: a person does
CREATE (:AzureRoleAssignment {principal_type: 'User', scope: '/subscriptions/1'})
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// pass: it owns a resource group
CREATE (:AzureRoleAssignment {
  principal_type: 'ServicePrincipal', scope: '/subscriptions/1/resourcegroups/shop'
})-[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// pass: it only reads
CREATE (:AzureRoleAssignment {principal_type: 'ServicePrincipal', scope: '/subscriptions/1'})
  -[:GRANTS]->(:AzureRoleDefinition {role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'})

// unread: which role it has
CREATE (:AzureRoleAssignment {principal_type: 'ServicePrincipal', scope: '/subscriptions/1'})
  -[:GRANTS]->(:AzureRoleDefinition {unread: ['role']})
