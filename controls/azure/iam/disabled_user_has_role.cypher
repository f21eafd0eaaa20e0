/*---
title: Who may no longer sign in has no role any more
resource: AzureRoleAssignment
severity: medium
policy: azure-privileges
why: >-
  An account that is switched on again, by mistake or by an intruder, has all its rights back at
  once.
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
MATCH (assignment:AzureRoleAssignment)
WHERE EXISTS {
  MATCH (assignment)-[:TO]->(user:EntraUser) WHERE user.is_enabled = false
}
RETURN assignment AS resource, {scope: assignment.scope} AS evidence
