/*---
title: Logs are kept for ninety days at least
resource: AzureLogAnalyticsWorkspace
severity: medium
policy: azure-logging
why: >-
  Intruders stay for months before they are noticed. What they did at first is gone by then, if
  logs go sooner.
fix:
  console: >-
    Log Analytics workspaces > {name} > Settings > Usage and estimated costs > Data Retention > 90
    days or more > OK.
  cli: >-
    az monitor log-analytics workspace update --ids {uid} --retention-time 90
  terraform: |
    resource "azurerm_log_analytics_workspace" "this" {
      name              = "{name}"
      retention_in_days = 90
    }
---*/
WITH 90 AS least_days
MATCH (workspace:AzureLogAnalyticsWorkspace)
WHERE workspace.retention_days IS NULL OR workspace.retention_days < least_days
RETURN workspace AS resource, {expected: least_days, actual: workspace.retention_days} AS evidence
