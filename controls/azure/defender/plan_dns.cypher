/*---
title: Defender for Cloud watches what names are looked up
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.17"]}
also: {prowler: [defender_ensure_defender_for_dns_is_on]}
why: >-
  Malware asks for the names of those who steer it. The plan for DNS saw that; today the second plan
  for servers does.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Servers > On > Change plan
    > Plan 2 > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name VirtualMachines --tier standard
    --subplan P2
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
  WHERE plan.tier = 'Standard'
    AND (plan.name = 'Dns' OR (plan.name = 'VirtualMachines' AND plan.sub_plan = 'P2'))
}
RETURN subscription AS resource, {
  expected: 'the plan for DNS, or the second for servers'
} AS evidence
