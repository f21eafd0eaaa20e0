/*---
title: Defender for Cloud watches Azure SQL databases
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.7.3"]}
also: {prowler: [defender_ensure_defender_for_azure_sql_databases_is_on]}
why: >-
  The plan sees injected queries and sign-ins from strange places, and looks for weak settings.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Databases > Azure SQL
    Databases > On > Save.
  cli: az security pricing create --subscription {subscription} --name SqlServers --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "SqlServers"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'SqlServers' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'SqlServers', expected: 'on'} AS evidence
