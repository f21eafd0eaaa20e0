/*---
title: Defender for Cloud watches Resource Manager
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.9.1"]}
also: {prowler: [defender_ensure_defender_for_arm_is_on]}
why: >-
  Every change to a subscription passes Resource Manager. The plan sees calls that tools of
  attackers make.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Resource Manager > On >
    Save.
  cli: az security pricing create --subscription {subscription} --name Arm --tier standard
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "Arm"
      tier          = "Standard"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'Arm' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'Arm', expected: 'on'} AS evidence
