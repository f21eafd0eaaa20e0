/*---
title: Defender for Cloud watches key vaults
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.8.1"]}
also: {prowler: [defender_ensure_defender_for_keyvault_is_on]}
why: >-
  Whoever reads a vault has the keys to all else. The plan sees it read from strange places, or
  all at once.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Key Vault > On > Save.
  cli: az security pricing create --subscription {subscription} --name KeyVaults --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "KeyVaults"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'KeyVaults' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'KeyVaults', expected: 'on'} AS evidence
