/*---
title: No program owns a subscription
resource: AzureRoleAssignment
severity: medium
policy: azure-privileges
why: >-
  A program signs in without a second factor, and what it may do can be done by whoever reads its
  secret. Owners may also give others access, which hardly a program needs.
fix:
  console: >-
    Subscriptions > Access control (IAM) > Role assignments > {name} > Remove; assign Contributor,
    or less, on a resource group instead.
  cli: >-
    az role assignment delete --ids {uid}
  terraform: |
    # Delete the resource of this assignment from the configuration, and say that it is to go:
    removed {
      from = azurerm_role_assignment.this
      lifecycle { destroy = true }
    }
---*/
WITH '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' AS owner
MATCH (assignment:AzureRoleAssignment)
WHERE assignment.principal_type = 'ServicePrincipal'
  AND NOT assignment.scope CONTAINS '/resourcegroups/'
  AND EXISTS { MATCH (assignment)-[:GRANTS]->(role:AzureRoleDefinition) WHERE role.role = owner }
RETURN assignment AS resource, {scope: assignment.scope} AS evidence
