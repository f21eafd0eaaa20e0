/*---
title: Flows of virtual networks are recorded and kept for 90 days
resource: AzureVirtualNetwork
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["8.8"]}
also: {prowler: [network_flow_log_more_than_90_days]}
why: >-
  Intruders are noticed weeks after they came, if at all. Without the flows of these weeks nobody
  can tell which machines they spoke to.
fix:
  console: >-
    Network Watcher > Flow logs > Create > Flow log type: Virtual network > {name} > Retention:
    90 days or more, or 0 to keep them > Create.
  cli: >-
    az network watcher flow-log create --subscription {account} --location {region}
    --resource-group {resource_group} --name {name}-flows --vnet {uid} --enabled true
    --retention 90 --storage-account "${STORAGE:?id of the storage account for logs}"
  terraform: |
    resource "azurerm_network_watcher_flow_log" "this" {
      name                 = "{name}-flows"
      network_watcher_name = "NetworkWatcher_{region}"
      resource_group_name  = "NetworkWatcherRG"
      target_resource_id   = "{uid}"
      storage_account_id   = var.log_storage_id
      enabled              = true

      retention_policy {
        enabled = true
        days    = 90
      }
    }
---*/
WITH 90 AS min_days
MATCH (network:AzureVirtualNetwork)
WHERE NOT EXISTS {
  (log:AzureFlowLog)-[:RECORDS]->(network)
  // 0 is for ever
  WHERE log.is_enabled = true AND (log.retention_days = 0 OR log.retention_days >= min_days)
}
RETURN network AS resource, {expected: 'flows, kept for 90 days'} AS evidence
