/*---
title: Virtual machines are encrypted at their host
resource: AzureVirtualMachine
severity: medium
policy: azure-encryption
why: >-
  Without it, what stands on temporary disks and in caches lies on the host in clear, and crosses to
  the storage so.
fix:
  console: >-
    Virtual machines > {name} > Stop; then Settings > Disks > Additional settings > Encryption at
    host > Yes > Save.
  cli: |
    az feature register --namespace Microsoft.Compute --name EncryptionAtHost # once, and wait
    az vm deallocate --ids {uid}
    az vm update --ids {uid} --encryption-at-host true
    az vm start --ids {uid}
  terraform: |
    resource "azurerm_linux_virtual_machine" "this" {
      name                       = "{name}"
      encryption_at_host_enabled = true
    }
---*/
MATCH (machine:AzureVirtualMachine)
WHERE machine.encryption_at_host = false
RETURN machine AS resource, {expected: 'on', actual: 'off'} AS evidence
