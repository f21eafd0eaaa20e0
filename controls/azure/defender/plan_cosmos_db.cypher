/*---
title: Defender for Cloud watches Cosmos DB
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.7.1"]}
also: {prowler: [defender_ensure_defender_for_cosmosdb_is_on]}
why: >-
  The plan sees injected queries, keys that are used from strange places, and data that is taken
  out in bulk.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Databases > Azure Cosmos
    DB > On > Save.
  cli: az security pricing create --subscription {subscription} --name CosmosDbs --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "CosmosDbs"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'CosmosDbs' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'CosmosDbs', expected: 'on'} AS evidence
