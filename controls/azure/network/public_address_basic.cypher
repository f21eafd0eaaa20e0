/*---
title: Public addresses are not of the basic tier
resource: AzurePublicAddress
severity: medium
policy: azure-network-exposure
why: >-
  What has a basic address is open to the internet unless a security group says otherwise; with a
  standard one it is the other way round. Azure has retired the basic tier.
fix:
  console: >-
    Public IP addresses > {name} > dissociate it > Overview > Upgrade > Standard; associate it
    again, with a security group that lets in what is meant to come.
  cli: |
    # The address has to be static and free; {name} is associated again afterwards.
    az network public-ip update --ids {uid} --allocation-method Static
    az network public-ip update --ids {uid} --sku Standard
  terraform: |
    resource "azurerm_public_ip" "this" {
      # ...
      allocation_method = "Static"
      sku               = "Standard"
    }
---*/
MATCH (address:AzurePublicAddress)
WHERE coalesce(address.sku, 'Basic') = 'Basic'
RETURN address AS resource, {expected: 'Standard', actual: address.sku} AS evidence
