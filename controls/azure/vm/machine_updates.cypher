/*---
title: Windows machines install updates by themselves
resource: AzureVirtualMachine
severity: high
policy: azure-compute-hardening
why: Between an update and its use against those who have not got it lie days.
fix:
  console: >-
    Virtual machines > {name} > Operations > Updates > Update settings > Patch orchestration >
    Azure-orchestrated > Save.
  cli: >-
    az vm update --ids {uid}
    --set osProfile.windowsConfiguration.enableAutomaticUpdates=true
    osProfile.windowsConfiguration.patchSettings.patchMode=AutomaticByPlatform
  terraform: |
    resource "azurerm_windows_virtual_machine" "this" {
      name                      = "{name}"
      patch_mode                = "AutomaticByPlatform"
      automatic_updates_enabled = true
    }
applies: |
  MATCH (machine:AzureVirtualMachine)
  WHERE machine.os = 'Windows'
  RETURN machine AS resource
---*/
MATCH (machine:AzureVirtualMachine)
WHERE machine.os = 'Windows'
  AND (machine.patch_mode = 'Manual' OR machine.automatic_updates = false)
RETURN machine AS resource, {
  patch_mode: machine.patch_mode, automatic_updates: machine.automatic_updates
} AS evidence
