/*---
title: Updates of the system are installed on machines
resource: AzureVirtualMachine
severity: high
policy: azure-detection
mandates: {cis-azure-4.0: ["9.1.10"]}
also: {prowler: [defender_ensure_system_updates_are_applied]}
why: >-
  A hole that its maker has closed is known to everybody, and tried everywhere.
fix:
  console: >-
    Virtual machines > {name} > Operations > Updates > Check for updates > One-time update.
  cli: >-
    az vm install-patches --ids {uid} --maximum-duration PT2H --reboot-setting IfRequired
    --classifications-to-include-linux Critical Security
  terraform: |
    resource "azurerm_linux_virtual_machine" "this" {
      name                  = "{name}"
      patch_mode            = "AutomaticByPlatform"
      patch_assessment_mode = "AutomaticByPlatform"
    }
---*/
WITH ['e1145ab1-eb4f-43d8-911b-36ddf771d13f', '4ab6e3c5-74dd-8b35-9ab9-f61b30875b27'] AS ids
MATCH (machine:AzureVirtualMachine)
WHERE NOT EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids
} OR EXISTS {
  MATCH (machine)<-[:ABOUT]-(found:AzureSecurityAssessment)
  WHERE found.assessment IN ids AND found.status = 'Unhealthy'
}
RETURN machine AS resource, {expected: 'an assessment that is healthy'} AS evidence
