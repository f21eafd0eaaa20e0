/*---
title: A role of its own looks after locks
resource: AzureSubscription
severity: low
policy: azure-privileges
mandates: {cis-azure-4.0: ["6.24"]}
also: {prowler: [iam_custom_role_has_permissions_to_administer_resource_locks]}
why: >-
  Of the built-in roles only those that may do nearly everything also make and take off locks. A
  role for that alone keeps the others small.
fix:
  console: >-
    Subscriptions > {name} > Access control (IAM) > Add custom role > Permissions >
    Microsoft.Authorization/locks > Create.
  cli: |
    az role definition create --role-definition '{"Name": "Lock Keeper", "IsCustom": true,
      "Description": "Looks after locks.", "Actions": ["Microsoft.Authorization/locks/*"],
      "AssignableScopes": ["{uid}"]}'
  terraform: |
    resource "azurerm_role_definition" "this" {
      name  = "Lock Keeper"
      scope = "{uid}"
      permissions {
        actions = ["Microsoft.Authorization/locks/*"]
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (role:AzureRoleDefinition)
  WHERE role.is_custom = true
    AND any(action IN role.actions WHERE toLower(action) = 'microsoft.authorization/locks/*')
    AND any(scope IN role.assignable_scopes WHERE scope = subscription.id
      OR EXISTS { (subscription)-[:IN_MANAGEMENT_GROUP*]->(:AzureManagementGroup {id: scope}) })
}
RETURN subscription AS resource, {expected: 'a role of our own for locks'} AS evidence
