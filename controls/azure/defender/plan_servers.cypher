/*---
title: Defender for Cloud watches servers
resource: AzureSubscription
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.3.1"]}
also: {prowler: [defender_ensure_defender_for_server_is_on]}
why: >-
  A machine that was broken into shows it: in what runs, in whom it talks to. Without the plan
  nobody looks.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Servers > On > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name VirtualMachines --tier
    standard --subplan P2
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "VirtualMachines"
      tier          = "Standard"
      subplan       = "P2"
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'VirtualMachines' AND plan.tier = 'Standard'
}
RETURN subscription AS resource, {plan: 'VirtualMachines', expected: 'on'} AS evidence
