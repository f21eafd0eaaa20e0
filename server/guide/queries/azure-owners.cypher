// Who owns what in Azure
MATCH p = (:Resource)<-[:TO]-(assignment:AzureRoleAssignment)
  -[:GRANTS]->(:AzureRoleDefinition {name: 'Owner'})
MATCH q = (assignment)-[:ON]->(:Resource)
RETURN p, q LIMIT 100
