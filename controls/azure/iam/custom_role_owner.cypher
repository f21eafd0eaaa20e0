/*---
title: No role of our own allows everything on a subscription
resource: AzureRoleDefinition
severity: high
policy: azure-privileges
mandates: {cis-azure-4.0: ["6.23"]}
also: {prowler: [iam_subscription_roles_owner_custom_not_created]}
why: >-
  Whoever looks for owners looks for the role Owner. A role of another name that allows the same
  is overlooked.
fix:
  console: >-
    Subscriptions > Access control (IAM) > Roles > Custom roles > {name} > Edit > Permissions >
    remove * > Update.
  cli: >-
    az role definition delete --name "{name}" --custom-role-only true
  terraform: |
    resource "azurerm_role_definition" "this" {
      name  = "{name}"
      scope = var.scope
      permissions {
        actions = ["Microsoft.Compute/virtualMachines/read"] # what its holders need
      }
    }
---*/
MATCH (role:AzureRoleDefinition)
WHERE role.is_custom = true
  AND '*' IN role.actions
  AND any(scope IN role.assignable_scopes WHERE NOT scope CONTAINS '/resourcegroups/')
RETURN role AS resource, {actions: role.actions, scopes: role.assignable_scopes} AS evidence
