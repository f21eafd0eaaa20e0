// fail: a guest is an owner
CREATE (:EntraUser {kind: 'Guest'})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// pass: a guest who only reads
CREATE (:EntraUser {kind: 'Guest'})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'})

// pass: an owner of the tenant's own
CREATE (:EntraUser {kind: 'Member'})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// unread: whether it is a guest
CREATE (:EntraUser {unread: ['kind']})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})
