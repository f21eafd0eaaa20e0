/*---
title: Somebody is told of Azure's own trouble
resource: AzureSubscription
severity: medium
policy: azure-monitoring
mandates: {cis-azure-4.0: ["7.1.2.11"]}
also: {prowler: [monitor_alert_service_health_exists]}
why: >-
  When a service of Azure fails or is attacked, Microsoft tells it in the log of the subscription.
  Who does not hear it looks for the fault at home.
fix:
  console: >-
    Monitor > Service Health > Health alerts > Create service health alert > scope {name} > choose
    an action group > Create.
  cli: |
    az monitor activity-log alert create --subscription {subscription} --scope {uid} \
      --name service-health --resource-group "$GROUP" --action-group "$ACTION_GROUP_ID" \
      --condition category=ServiceHealth
  terraform: |
    resource "azurerm_monitor_activity_log_alert" "this" {
      name                = "service-health"
      resource_group_name = var.group
      location            = "global"
      scopes              = ["{uid}"]
      criteria {
        category = "ServiceHealth"
      }
      action {
        action_group_id = var.action_group_id
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:WATCHES]-(alert:AzureActivityLogAlert)
  MATCH (alert)-[:NOTIFIES]->(told:AzureActionGroup|Unseen)
  WHERE alert.is_enabled = true AND 'servicehealth' IN alert.categories
    AND (told.is_enabled = true AND size(told.receivers) > 0
      OR told:Unseen AND NOT told.uid STARTS WITH subscription.id + '/')
}
RETURN subscription AS resource, {nobody_is_told_of: 'the health of services'} AS evidence
