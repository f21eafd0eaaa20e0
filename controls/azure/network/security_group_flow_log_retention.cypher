/*---
title: Flow logs of security groups are on and kept for 90 days
resource: AzureFlowLog
severity: medium
policy: azure-logging
mandates: {cis-azure-4.0: ["8.5"]}
also: {prowler: [network_flow_log_more_than_90_days]}
why: >-
  Intruders are noticed weeks after they came, if at all. A log that is off, or that has forgotten
  these weeks, tells nothing about them.
fix:
  console: >-
    Network Watcher > Flow logs > {name} > Status: On > Retention: 90 days or more, or 0 to keep
    them > Save. These logs end in 2027: record the virtual network instead where you can.
  cli: >-
    az network watcher flow-log update --subscription {account} --location {region} --name {name}
    --enabled true --retention 90
  terraform: |
    resource "azurerm_network_watcher_flow_log" "this" {
      # ...
      enabled = true

      retention_policy {
        enabled = true
        days    = 90
      }
    }
applies: |
  MATCH (log:AzureFlowLog)-[:RECORDS]->(:AzureNetworkSecurityGroup)
  RETURN log AS resource
---*/
WITH 90 AS min_days
MATCH (log:AzureFlowLog)-[:RECORDS]->(:AzureNetworkSecurityGroup)
WHERE log.is_enabled = false
  OR log.retention_days > 0 AND log.retention_days < min_days // 0 is for ever
RETURN log AS resource, {enabled: log.is_enabled, days: log.retention_days} AS evidence
