/*---
title: A subscription has three owners at most
resource: AzureSubscription
severity: medium
policy: azure-privileges
why: >-
  Each owner is one more account whose loss is the loss of everything, and one more that may make
  owners.
fix:
  console: >-
    Subscriptions > {name} > Access control (IAM) > Role assignments > Owner > tick those who need
    less > Remove.
  cli: |
    az role assignment list --scope {uid} --role Owner --output table
    az role assignment delete --scope {uid} --role Owner --assignee "<object id>"
  terraform: |
    # Delete the resource of this assignment from the configuration, and say that it is to go:
    removed {
      from = azurerm_role_assignment.this
      lifecycle { destroy = true }
    }
---*/
WITH 3 AS most, '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' AS owner
MATCH (subscription:AzureSubscription)
WHERE COUNT {
  MATCH (subscription)<-[:ON]-(:AzureRoleAssignment)-[:GRANTS]->(role:AzureRoleDefinition)
  WHERE role.role = owner
} > most
RETURN subscription AS resource, {expected: most} AS evidence
