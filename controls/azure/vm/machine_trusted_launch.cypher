/*---
title: Virtual machines boot with secure boot and a virtual TPM
resource: AzureVirtualMachine
severity: medium
policy: azure-compute-hardening
also: {prowler: [vm_trusted_launch_enabled]}
why: >-
  What is loaded before the system is seen by nothing inside it: only a signed and measured boot
  tells.
fix:
  console: >-
    Virtual machines > {name} > Stop; then Settings > Configuration > Security type > Trusted launch
    virtual machines > Secure boot and vTPM on > Apply. A machine of generation 1 is upgraded first.
  cli: |
    az vm deallocate --ids {uid}
    az vm update --ids {uid} --security-type TrustedLaunch \
      --enable-secure-boot true --enable-vtpm true
    az vm start --ids {uid}
  terraform: |
    resource "azurerm_linux_virtual_machine" "this" {
      name                = "{name}"
      secure_boot_enabled = true
      vtpm_enabled        = true
    }
---*/
MATCH (machine:AzureVirtualMachine)
WHERE coalesce(machine.secure_boot, false) = false
  OR coalesce(machine.vtpm, false) = false
RETURN machine AS resource, {
  expected: 'secure boot and vTPM',
  security_type: machine.security_type, secure_boot: machine.secure_boot, vtpm: machine.vtpm
} AS evidence
