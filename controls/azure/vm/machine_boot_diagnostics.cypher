/*---
title: What virtual machines say while they boot is kept
resource: AzureVirtualMachine
severity: low
policy: azure-logging
why: Of a machine that no longer comes up, after a fault or an attack, it is all there is to see.
fix:
  console: >-
    Virtual machines > {name} > Help > Boot diagnostics > Settings > Enable with managed storage
    account > Apply.
  cli: az vm boot-diagnostics enable --ids {uid}
  terraform: |
    resource "azurerm_linux_virtual_machine" "this" {
      name = "{name}"
      boot_diagnostics {}
    }
---*/
MATCH (machine:AzureVirtualMachine)
WHERE coalesce(machine.boot_diagnostics, false) = false
RETURN machine AS resource, {expected: 'on', actual: 'off'} AS evidence
