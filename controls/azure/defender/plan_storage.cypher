/*---
title: Defender for Cloud watches storage accounts
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.5.1"]}
also: {prowler: [defender_ensure_defender_for_storage_is_on]}
why: >-
  Data that is taken away leaves by a storage account as a rule. The plan sees who reads as never
  before, and what is uploaded with malware in it.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Storage > On > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name StorageAccounts --tier
    standard --subplan DefenderForStorageV2
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "StorageAccounts"
      tier          = "Standard"
      subplan       = "DefenderForStorageV2"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'StorageAccounts' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'StorageAccounts', expected: 'on'} AS evidence
