/*---
title: Machines of scale sets boot with secure boot and a virtual TPM
resource: AzureScaleSet
severity: medium
policy: azure-compute-hardening
why: >-
  A set makes machine after machine of one image: what hides in its boot is in all of them, and seen
  in none.
fix:
  console: >-
    Virtual machine scale sets > {name} > Settings > Configuration > Security type > Trusted launch
    virtual machines > Secure boot and vTPM on > Apply; then upgrade the instances.
  cli: |
    az vmss update --ids {uid} --security-type TrustedLaunch \
      --enable-secure-boot true --enable-vtpm true
    az vmss update-instances --ids {uid} --instance-ids '*'
  terraform: |
    resource "azurerm_linux_virtual_machine_scale_set" "this" {
      name                = "{name}"
      secure_boot_enabled = true
      vtpm_enabled        = true
    }
---*/
MATCH (scale_set:AzureScaleSet)
WHERE coalesce(scale_set.secure_boot, false) = false
  OR coalesce(scale_set.vtpm, false) = false
RETURN scale_set AS resource, {
  expected: 'secure boot and vTPM',
  security_type: scale_set.security_type,
  secure_boot: scale_set.secure_boot,
  vtpm: scale_set.vtpm
} AS evidence
