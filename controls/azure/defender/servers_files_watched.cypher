/*---
title: Changes of system files are watched
resource: AzureSubscription
severity: medium
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.3.5"]}
why: >-
  An intruder who stays changes files of the system. Defender for Cloud tells of it.
fix:
  console: >-
    Defender for Cloud > Environment settings > {name} > Defender plans > Servers > Settings >
    File integrity monitoring > On > Continue > Save.
  cli: >-
    az security pricing create --subscription {subscription} --name VirtualMachines --tier
    standard --subplan P2 --extensions name=FileIntegrityMonitoring isEnabled=True
  terraform: |
    resource "azurerm_security_center_subscription_pricing" "this" {
      resource_type = "VirtualMachines"
      tier          = "Standard"
      subplan       = "P2"
      extension {
        name = "FileIntegrityMonitoring"
      }
    }
---*/
MATCH (subscription:AzureSubscription)
WHERE NOT EXISTS {
  MATCH (plan:AzureDefenderPlan)-[:IN_SUBSCRIPTION]->(subscription)
  WHERE plan.name = 'VirtualMachines' AND plan.tier = 'Standard'
    AND 'FileIntegrityMonitoring' IN plan.extensions
}
RETURN subscription AS resource, {
  plan: 'VirtualMachines', missing: 'FileIntegrityMonitoring'
} AS evidence
