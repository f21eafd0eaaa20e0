/*---
title: Somebody is told when a public address is deleted
resource: AzureSubscription
severity: medium
policy: azure-monitoring
mandates: {cis-azure-4.0: ["7.1.2.10"]}
also: {prowler: [monitor_alert_delete_public_ip_address_rule]}
why: >-
  Names that still point at it point at whoever gets it next.
fix:
  console: >-
    Monitor > Alerts > Create > Alert rule > scope {name} > Condition > Delete Public Ip Address,
    with all levels and statuses > Actions > choose an action group > Create.
  cli: |
    az monitor activity-log alert create --subscription {subscription} --scope {uid} \
      --name public-address-deleted --resource-group "$GROUP" --action-group "$ACTION_GROUP_ID" \
      --condition category=Administrative and \
      operationName=Microsoft.Network/publicIPAddresses/delete
  terraform: |
    resource "azurerm_monitor_activity_log_alert" "this" {
      name                = "public-address-deleted"
      resource_group_name = var.group
      location            = "global"
      scopes              = ["{uid}"]
      criteria {
        category       = "Administrative"
        operation_name = "Microsoft.Network/publicIPAddresses/delete"
      }
      action {
        action_group_id = var.action_group_id
      }
    }
---*/
WITH 'microsoft.network/publicipaddresses/delete' AS operation
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:WATCHES]-(alert:AzureActivityLogAlert)
  MATCH (alert)-[:NOTIFIES]->(told:AzureActionGroup|Unseen)
  WHERE alert.is_enabled = true AND alert.is_narrowed = false AND operation IN alert.operations
    AND (told.is_enabled = true AND size(told.receivers) > 0
      OR told:Unseen AND NOT told.uid STARTS WITH subscription.id + '/')
}
RETURN subscription AS resource, {nobody_is_told_of: operation} AS evidence
