/*---
title: The activity log is kept in all the categories that matter
resource: AzureSubscription
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.2"]}
also: {prowler: [monitor_diagnostic_setting_with_appropriate_categories]}
why: >-
  Changes, alerts, policies and what Defender for Cloud says stand in categories of their own. One
  that is left out is missing when it is looked for.
fix:
  console: >-
    Monitor > Activity log > Export Activity Logs > {name} > Edit setting > Administrative,
    Security, Alert, Policy > Save.
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
WITH ['Administrative', 'Alert', 'Policy', 'Security'] AS categories
UNWIND categories AS category
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (subscription)<-[:ABOUT]-(setting:AzureDiagnosticSetting)
  WHERE category IN setting.categories OR 'allLogs' IN setting.category_groups
}
RETURN subscription AS resource, {not_kept: collect(category)} AS evidence
