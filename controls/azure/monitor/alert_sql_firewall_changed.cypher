/*---
title: Somebody is told when the firewall of a SQL server changes
resource: AzureSubscription
severity: high
policy: azure-monitoring
mandates: {cis-azure-4.0: ["7.1.2.7"]}
also: {prowler: [monitor_alert_create_update_sqlserver_fr]}
why: >-
  One rule more can open a database to the internet.
fix:
  console: >-
    Monitor > Alerts > Create > Alert rule > scope {name} > Condition > Create/Update server
    firewall rule, with all levels and statuses > Actions > choose an action group > Create.
  cli: |
    az monitor activity-log alert create --subscription {subscription} --scope {uid} \
      --name sql-firewall-changed --resource-group "$GROUP" --action-group "$ACTION_GROUP_ID" \
      --condition category=Administrative and \
      operationName=Microsoft.Sql/servers/firewallRules/write
  terraform: |
    resource "azurerm_monitor_activity_log_alert" "this" {
      name                = "sql-firewall-changed"
      resource_group_name = var.group
      location            = "global"
      scopes              = ["{uid}"]
      criteria {
        category       = "Administrative"
        operation_name = "Microsoft.Sql/servers/firewallRules/write"
      }
      action {
        action_group_id = var.action_group_id
      }
    }
---*/
WITH 'microsoft.sql/servers/firewallrules/write' AS operation
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:WATCHES]-(alert:AzureActivityLogAlert)
  MATCH (alert)-[:NOTIFIES]->(told:AzureActionGroup|Unseen)
  WHERE alert.is_enabled = true AND alert.is_narrowed = false AND operation IN alert.operations
    AND (told.is_enabled = true AND size(told.receivers) > 0
      OR told:Unseen AND NOT told.uid STARTS WITH subscription.id + '/')
}
RETURN subscription AS resource, {nobody_is_told_of: operation} AS evidence
