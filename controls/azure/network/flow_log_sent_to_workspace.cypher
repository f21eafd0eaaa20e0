/*---
title: Flow logs are sent to a workspace, where they are looked into
resource: AzureFlowLog
severity: low
policy: azure-logging
mandates: {cis-azure-4.0: ["7.1.1.5"]}
also: {prowler: [network_flow_log_captured_sent]}
why: >-
  Files in a storage account raise no alarm. In a workspace flows can be asked, joined with other
  logs and watched by rules.
fix:
  console: >-
    Network Watcher > Flow logs > {name} > Analytics > Enable traffic analytics > a Log Analytics
    workspace > Save.
  cli: >-
    az network watcher flow-log update --subscription {account} --location {region} --name {name}
    --enabled true --traffic-analytics true --interval 10
    --workspace "${WORKSPACE:?id of the Log Analytics workspace}"
  terraform: |
    resource "azurerm_network_watcher_flow_log" "this" {
      # ...
      enabled = true

      traffic_analytics {
        enabled               = true
        workspace_id          = var.workspace_guid
        workspace_region      = var.workspace_region
        workspace_resource_id = var.workspace_id
        interval_in_minutes   = 10
      }
    }
---*/
MATCH (log:AzureFlowLog)
WHERE log.is_enabled = false OR coalesce(log.traffic_analytics, false) = false
RETURN log AS resource, {enabled: log.is_enabled, sent: log.traffic_analytics} AS evidence
