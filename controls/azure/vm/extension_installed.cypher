/*---
title: Extensions of virtual machines got installed
resource: AzureVirtualMachineExtension
severity: medium
policy: azure-compute-hardening
why: An agent that never got installed is missed only when what it should have seen has happened.
fix:
  console: >-
    Virtual machines > the machine > Settings > Extensions + applications > {name} > read its status
    message > Uninstall, put right what it names, and Add it again.
  cli: |
    az vm extension show --ids {uid} --instance-view --query instanceView.statuses
    az vm extension delete --ids {uid}
    az vm extension set --ids "$(echo {uid} | cut -d/ -f1-9)" --publisher {publisher} \
      --name {type} --version {version} --extension-instance-name {name}
  terraform: >-
    # terraform apply -replace=azurerm_virtual_machine_extension.this, when what its status message
    names has been put right.
---*/
MATCH (extension:AzureVirtualMachineExtension)
WHERE extension.provisioning_state = 'Failed'
RETURN extension AS resource, {
  expected: 'Succeeded', actual: extension.provisioning_state, type: extension.type
} AS evidence
