/*---
title: Linux machines take keys, not passwords, over SSH
resource: AzureVirtualMachine
severity: high
policy: azure-compute-hardening
also: {prowler: [vm_linux_enforce_ssh_authentication]}
why: Passwords are guessed, reused and phished; machines on the internet are tried all day.
fix:
  console: >-
    It is decided when a machine is made. Virtual machines > Create > Administrator account >
    Authentication type > SSH public key; move what {name} does to it, then delete {name}.
  cli: |
    az vm create --resource-group {resource_group} --name {name}-keys --image Ubuntu2404 \
      --authentication-type ssh --ssh-key-values "${KEY_FILE:?file of the public key}"
    az vm delete --ids {uid} # when what it does has moved
  terraform: |
    resource "azurerm_linux_virtual_machine" "this" {
      name                            = "{name}"
      disable_password_authentication = true
      admin_ssh_key {
        username   = var.admin
        public_key = var.public_key
      }
    }
applies: |
  MATCH (machine:AzureVirtualMachine)
  WHERE machine.allows_password IS NOT NULL
  RETURN machine AS resource
---*/
MATCH (machine:AzureVirtualMachine)
WHERE machine.allows_password = true
RETURN machine AS resource, {expected: 'keys only', actual: 'passwords too'} AS evidence
