/*---
title: Defender for Cloud watches the posture of the whole subscription
resource: AzureSubscription
severity: medium
policy: azure-detection
also: {prowler: [defender_ensure_defender_cspm_is_on]}
why: >-
  The plan draws the ways that an attacker could go from one weakness to the next, which single
  findings do not show.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Cloud security posture
    management > On > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name CloudPosture --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "CloudPosture"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'CloudPosture' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'CloudPosture', expected: 'on'} AS evidence
