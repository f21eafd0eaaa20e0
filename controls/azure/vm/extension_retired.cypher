/*---
title: Extensions of virtual machines are not retired
resource: AzureVirtualMachineExtension
severity: medium
policy: azure-compute-hardening
why: >-
  A retired agent sends nothing any more and is not mended, yet it still runs with all rights of the
  machine.
fix:
  console: >-
    Virtual machines > the machine > Settings > Extensions + applications > {name} > Uninstall; what
    it collected is collected by the Azure Monitor agent and a data collection rule.
  cli: |
    machine=$(echo {uid} | cut -d/ -f1-9)
    az vm extension delete --ids {uid}
    az vm extension set --ids "$machine" --publisher Microsoft.Azure.Monitor \
      --name "${AGENT:?AzureMonitorLinuxAgent or AzureMonitorWindowsAgent}" \
      --enable-auto-upgrade true
  terraform: |
    resource "azurerm_virtual_machine_extension" "monitor" {
      name                       = "AzureMonitorLinuxAgent"
      virtual_machine_id         = azurerm_linux_virtual_machine.this.id
      publisher                  = "Microsoft.Azure.Monitor"
      type                       = "AzureMonitorLinuxAgent"
      type_handler_version       = "1.0"
      auto_upgrade_minor_version = true
      automatic_upgrade_enabled  = true
    }
---*/
WITH [
  'omsagentforlinux', 'microsoftmonitoringagent', // Log Analytics agent, until August 2024
  'linuxdiagnostic', 'iaasdiagnostics' // diagnostics extension, until March 2026
] AS retired
MATCH (extension:AzureVirtualMachineExtension)
WHERE toLower(extension.type) IN retired
RETURN extension AS resource, {type: extension.type, publisher: extension.publisher} AS evidence
