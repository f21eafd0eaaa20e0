// fail: four
CREATE (subscription:AzureSubscription)
CREATE (role:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)

// pass: three, and one who only reads
CREATE (subscription:AzureSubscription)
CREATE (role:AzureRoleDefinition {role: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'})
CREATE (reader:AzureRoleDefinition {role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'})
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role)
CREATE (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(reader)

// unread: which role somebody has
CREATE (subscription:AzureSubscription)<-[:ON]-(:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {unread: ['role']})
