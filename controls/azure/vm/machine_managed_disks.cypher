/*---
title: Virtual machines have managed disks
resource: AzureVirtualMachine
severity: high
policy: azure-compute-hardening
also: {prowler: [vm_ensure_using_managed_disks]}
why: >-
  A disk that is a blob can be read, changed or deleted by whoever has a key of its storage account,
  and none of what guards disks guards it.
fix:
  console: Virtual machines > {name} > Settings > Disks > Migrate to managed disks > Migrate.
  cli: |
    az vm deallocate --ids {uid}
    az vm convert --ids {uid}
    az vm start --ids {uid}
  terraform: |
    # A machine of this type has managed disks only.
    resource "azurerm_linux_virtual_machine" "this" {
      name = "{name}"
      os_disk {
        caching              = "ReadWrite"
        storage_account_type = "Premium_LRS"
      }
    }
---*/
MATCH (machine:AzureVirtualMachine)
WHERE size(machine.unmanaged_disks) > 0
RETURN machine AS resource, {expected: 'none', actual: machine.unmanaged_disks} AS evidence
