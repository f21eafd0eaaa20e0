/*---
title: The activity log is kept outside the subscription
resource: AzureSubscription
severity: high
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.1"]}
also: {prowler: [monitor_diagnostic_settings_exists]}
why: >-
  Azure keeps the log of what is done to a subscription for ninety days. Whoever looks into a
  break-in needs more.
fix:
  console: >-
    Monitor > Activity log > Export Activity Logs > {name} > Add diagnostic setting > choose
    categories and where they go > Save.
  cli: |
    az monitor diagnostic-settings subscription create --subscription {subscription} \
      --name activity-log --location {region} --workspace "$WORKSPACE_ID" --logs \
      '[{"category": "Administrative", "enabled": true}, {"category": "Alert", "enabled": true},
        {"category": "Policy", "enabled": true}, {"category": "Security", "enabled": true}]'
  terraform: |
    resource "azurerm_monitor_diagnostic_setting" "this" {
      name                       = "activity-log"
      target_resource_id         = "{uid}"
      log_analytics_workspace_id = var.workspace_id
      enabled_log { category = "Administrative" }
      enabled_log { category = "Alert" }
      enabled_log { category = "Policy" }
      enabled_log { category = "Security" }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:ABOUT]-(setting:AzureDiagnosticSetting)
  WHERE size(setting.categories) > 0 OR size(setting.category_groups) > 0
}
RETURN subscription AS resource, {expected: 'a diagnostic setting'} AS evidence
