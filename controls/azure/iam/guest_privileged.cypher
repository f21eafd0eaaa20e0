/*---
title: Guests change nothing, and give nobody access
resource: AzureRoleAssignment
severity: high
policy: azure-privileges
why: >-
  How a guest signs in, and whether the account still belongs to the same person, is decided in
  another company.
fix:
  console: >-
    Subscriptions > Access control (IAM) > Role assignments > {name} > Remove.
  cli: >-
    az role assignment delete --ids {uid}
  terraform: |
    # Delete the resource of this assignment from the configuration, and say that it is to go:
    removed {
      from = azurerm_role_assignment.this
      lifecycle { destroy = true }
    }
---*/
WITH [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168'
] AS privileged
MATCH (assignment:AzureRoleAssignment)
WHERE EXISTS {
  MATCH (assignment)-[:GRANTS]->(role:AzureRoleDefinition) WHERE role.role IN privileged
} AND EXISTS {
  MATCH (assignment)-[:TO]->(user:EntraUser) WHERE user.kind = 'Guest'
}
RETURN assignment AS resource, {scope: assignment.scope} AS evidence
