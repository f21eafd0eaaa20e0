/*---
title: Scripts that extensions run are in protected settings
resource: AzureVirtualMachineExtension
severity: high
policy: azure-compute-hardening
why: >-
  Every reader of the subscription sees the other settings, with whatever password or signed address
  a command has in it.
fix:
  console: >-
    The portal can't move them. Virtual machines > the machine > Settings > Extensions +
    applications > {name} > Uninstall; then put it on by the command line. Change what it showed.
  cli: >-
    az vm extension set --resource-group {resource_group}
    --vm-name "$(echo {uid} | cut -d/ -f9)" --extension-instance-name {name}
    --publisher {publisher} --name {type} --version {version} --settings '{}'
    --protected-settings "${SETTINGS:?file with the command, as JSON}"
  terraform: |
    resource "azurerm_virtual_machine_extension" "this" {
      name               = "{name}"
      protected_settings = jsonencode({ commandToExecute = var.command })
    }
---*/
MATCH (extension:AzureVirtualMachineExtension)
WHERE extension.shows_command = true
RETURN extension AS resource, {
  expected: 'protected settings', actual: 'settings', type: extension.type
} AS evidence
