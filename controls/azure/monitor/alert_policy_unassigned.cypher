/*---
title: Somebody is told when a policy is taken off
resource: AzureSubscription
severity: high
policy: azure-monitoring
mandates: {cis-azure-4.0: ["7.1.2.2"]}
also: {prowler: [monitor_alert_delete_policy_assignment]}
why: >-
  Whoever wants to do what a policy forbids takes it off first.
fix:
  console: >-
    Monitor > Alerts > Create > Alert rule > scope {name} > Condition > Delete policy assignment,
    with all levels and statuses > Actions > choose an action group > Create.
  cli: |
    az monitor activity-log alert create --subscription {subscription} --scope {uid} \
      --name policy-unassigned --resource-group "$GROUP" --action-group "$ACTION_GROUP_ID" \
      --condition category=Administrative and \
      operationName=Microsoft.Authorization/policyAssignments/delete
  terraform: |
    resource "azurerm_monitor_activity_log_alert" "this" {
      name                = "policy-unassigned"
      resource_group_name = var.group
      location            = "global"
      scopes              = ["{uid}"]
      criteria {
        category       = "Administrative"
        operation_name = "Microsoft.Authorization/policyAssignments/delete"
      }
      action {
        action_group_id = var.action_group_id
      }
    }
---*/
WITH 'microsoft.authorization/policyassignments/delete' AS operation
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:WATCHES]-(alert:AzureActivityLogAlert)
  MATCH (alert)-[:NOTIFIES]->(told:AzureActionGroup|Unseen)
  WHERE alert.is_enabled = true AND alert.is_narrowed = false AND operation IN alert.operations
    AND (told.is_enabled = true AND size(told.receivers) > 0
      OR told:Unseen AND NOT told.uid STARTS WITH subscription.id + '/')
}
RETURN subscription AS resource, {nobody_is_told_of: operation} AS evidence
