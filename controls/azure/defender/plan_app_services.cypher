/*---
title: Defender for Cloud watches web apps
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.6.1"]}
also: {prowler: [defender_ensure_defender_for_app_services_is_on]}
why: >-
  Web apps are tried by everybody who scans the internet. The plan sees the attempts in their
  logs.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > App Service > On > Save.
  cli: az security pricing create --subscription {subscription} --name AppServices --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "AppServices"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'AppServices' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'AppServices', expected: 'on'} AS evidence
