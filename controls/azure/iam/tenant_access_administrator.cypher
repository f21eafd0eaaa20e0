/*---
title: Nobody keeps the right to give out access to the whole tenant
resource: AzureRoleAssignment
severity: high
policy: azure-privileges
mandates: {cis-azure-4.0: ["6.3.3"]}
why: >-
  A global administrator may take this role to get into every subscription. Kept longer than that
  takes, it gives whoever steals the account everything.
fix:
  console: >-
    Sign in as the one who has it; Microsoft Entra ID > Properties > Access management for Azure
    resources > No > Save.
  cli: |
    az role assignment delete --role "User Access Administrator" --scope / \
      --assignee "<object id of who has it>"
  terraform: |
    # Delete the resource of this assignment from the configuration, and say that it is to go:
    removed {
      from = azurerm_role_assignment.this
      lifecycle { destroy = true }
    }
---*/
WITH '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9' AS user_access_administrator
MATCH (assignment:AzureRoleAssignment)
WHERE assignment.scope = '/' AND EXISTS {
  MATCH (assignment)-[:GRANTS]->(role:AzureRoleDefinition)
  WHERE role.role = user_access_administrator
}
RETURN assignment AS resource, {scope: assignment.scope} AS evidence
