/*---
title: Requests to web apps are recorded
resource: AzureWebApp
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.6"]}
also: {prowler: [app_http_logs_enabled]}
why: >-
  What an attacker tried, and what got through, stands in the log of requests. A Functions app has
  none; its own log stands for it.
fix:
  console: >-
    App Services > {name} > Monitoring > Diagnostic settings > Add diagnostic setting > HTTP logs
    > choose where they go > Save.
  cli: |
    az monitor diagnostic-settings create --name requests --resource {uid} \
      --workspace "$WORKSPACE_ID" --logs '[{"category": "AppServiceHTTPLogs", "enabled": true}]'
  terraform: |
    resource "azurerm_monitor_diagnostic_setting" "this" {
      name                       = "requests"
      target_resource_id         = "{uid}"
      log_analytics_workspace_id = var.workspace_id
      enabled_log { category = "AppServiceHTTPLogs" }
    }
---*/
MATCH (app:AzureWebApp)
WHERE NOT EXISTS {
  MATCH (app)<-[:ABOUT]-(setting:AzureDiagnosticSetting)
  WHERE 'allLogs' IN setting.category_groups
    OR any(one IN setting.categories WHERE one IN ['AppServiceHTTPLogs', 'FunctionAppLogs'])
}
RETURN app AS resource, {expected: 'the log AppServiceHTTPLogs is sent somewhere'} AS evidence
