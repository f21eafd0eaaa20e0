/*---
title: Machines are looked through without an agent
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.3.4"]}
why: >-
  An agent can be missing, old or switched off by an intruder. A copy of the disk cannot hide what
  is on it.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Servers > Settings >
    Agentless scanning for machines > On > Continue > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name VirtualMachines --tier
    standard --subplan P2 --extensions name=AgentlessVmScanning isEnabled=True
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "VirtualMachines"
      tier          = "Standard"
      subplan       = "P2"
      extension {
        name = "AgentlessVmScanning"
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'VirtualMachines' AND plan.tier = 'Standard'
    AND 'AgentlessVmScanning' IN plan.extensions
}
RETURN subscription AS resource, {
  plan: 'VirtualMachines', missing: 'AgentlessVmScanning'
} AS evidence
