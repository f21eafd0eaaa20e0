// fail: a role on machines, and none is registered
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '1c0163c0-47e6-4577-8991-ea5c82e286e4'})

// fail: a role by a group
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})
  -[:MEMBER_OF]->(:EntraGroup)<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: 'fb879df8-f326-4884-b1cf-06f3ad86be52'})

// fail: the report leaves the user out
CREATE (:EntraUser {is_enabled: true})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})

// pass: one is registered
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: true})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '1c0163c0-47e6-4577-8991-ea5c82e286e4'})

// pass: the roles get nobody into a machine
CREATE (user:EntraUser {is_enabled: true, is_mfa_registered: false})
CREATE (reader:AzureRoleDefinition {role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'})
CREATE (user)<-[:TO]-(:AzureRoleAssignment)-[:GRANTS]->(reader)
CREATE (user)-[:MEMBER_OF]->(:EntraGroup)<-[:TO]-(:AzureRoleAssignment)-[:GRANTS]->(reader)

// pass: the user does not sign in
CREATE (:EntraUser {is_enabled: false, is_mfa_registered: false})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '1c0163c0-47e6-4577-8991-ea5c82e286e4'})

// unread: whether one is
CREATE (:EntraUser {is_enabled: true, unread: ['is_mfa_registered']})<-[:TO]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {role: '1c0163c0-47e6-4577-8991-ea5c82e286e4'})
